import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkDevice, checkVolume, type Volume } from "../server-group/volumes";

/** An encrypted EBS disk. https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html */
export type Disk =
  /** For almost everything: its IOPS and throughput do not depend on its size. */
  | ({ readonly type?: "gp3" } & Volume)
  /** For databases that need more, and the same at all times. */
  | ({
      readonly type: "io2";
      /** Operations a second, 100–256000, at most 1000 for each GiB. */
      readonly iops: number;
    } & Sized)
  /** Magnetic, for what is read or written in one go: often (`st1`) or seldom (`sc1`). No server boots from it. */
  | ({ readonly type: "st1" | "sc1" } & Sized);

interface Sized {
  /** The size in GiB: 4–65536 of an io2 disk, 125–16384 of a magnetic one. */
  readonly sizeGiB: number;
  /** The ARN of the KMS key that encrypts the disk. @default the account's default key for EBS */
  readonly kmsKeyId?: pulumi.Input<string>;
}

/** A disk beside the root one. */
export type DataDisk = Disk & {
  /**
   * Where the server has it, e.g. `/var/lib/shop`. As it first boots it makes an ext4 file system if there is nothing on
   * the disk, and grows it whenever it mounts a disk that has grown.
   *
   * @default it is attached, and the rest is up to you
   */
  readonly mountPath?: string;
};

const limits = {
  io2: { least: 4, most: 65536 },
  st1: { least: 125, most: 16384 },
  sc1: { least: 125, most: 16384 },
} as const;

/** Checks the disks of a server: the root disk, and the data disks by device name. */
export function checkDisks(
  check: ArgumentCheck,
  root: Disk,
  data: Readonly<Record<string, DataDisk>>,
  rootDevice: string,
): void {
  checkDisk(check, "rootVolume", root);
  const boots = root.type !== "st1" && root.type !== "sc1";
  check(boots, "rootVolume.type", "must be gp3 or io2, as no server boots from a magnetic disk", root.type);
  const paths: string[] = [];
  for (const [device, disk] of Object.entries(data)) {
    checkDevice(check, device, rootDevice);
    const argument = `dataVolumes["${device}"]`;
    checkDisk(check, argument, disk);
    if (disk.mountPath === undefined) continue;
    const isPath = /^(\/[\w.-]+)+$/.test(disk.mountPath) && !/\/\.{1,2}(\/|$)/.test(disk.mountPath);
    check(isPath, `${argument}.mountPath`, 'must be an absolute path such as "/var/lib/shop"', disk.mountPath);
    check(!paths.includes(disk.mountPath), "dataVolumes", "must not mount two disks at one path", disk.mountPath);
    paths.push(disk.mountPath);
  }
}

function checkDisk(check: ArgumentCheck, argument: string, disk: Disk): void {
  const { type = "gp3", sizeGiB } = disk;
  const isCurrent = ["gp3", "io2", "st1", "sc1"].includes(type);
  check(isCurrent, `${argument}.type`, "must be gp3, io2, st1 or sc1 (gp3 is better and cheaper than gp2)", type);
  if (disk.type === undefined || disk.type === "gp3") {
    checkVolume(check, argument, disk);
    return;
  }
  const { least, most } = limits[disk.type];
  const fits = Number.isInteger(sizeGiB) && sizeGiB >= least && sizeGiB <= most;
  const whole = `must be a whole number of GiB between ${least} and ${most} for ${disk.type}`;
  check(fits, `${argument}.sizeGiB`, whole, sizeGiB);
  const hasOwn = disk.type === "io2" || !("iops" in disk);
  check(hasOwn, `${argument}.iops`, `must be left out for ${disk.type}, which has what its size gives it`, disk.type);
  const through = !("throughputMiBps" in disk);
  check(through, `${argument}.throughputMiBps`, "must be left out: only gp3 has it by choice", disk.type);
  if (disk.type === "io2") checkProvisioned(check, argument, disk.iops, sizeGiB);
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html */
function checkProvisioned(check: ArgumentCheck, argument: string, iops: number, sizeGiB: number): void {
  const isCount = Number.isInteger(iops) && iops >= 100 && iops <= 256000;
  check(isCount, `${argument}.iops`, "must be a whole number between 100 and 256000 for io2", iops);
  const most = 1000 * sizeGiB;
  check(iops <= most, `${argument}.iops`, `must be at most ${most}, 1000 for each of the ${sizeGiB} GiB`, iops);
}

/** What AWS is told of a disk, wherever it is stated. */
export interface DiskInput {
  readonly type: string;
  readonly size: number;
  readonly iops: number | undefined;
  readonly throughput: number | undefined;
  readonly kmsKeyId: pulumi.Input<string> | undefined;
}

export function diskInput(disk: Disk): DiskInput {
  const { type = "gp3", sizeGiB: size, kmsKeyId } = disk;
  const iops = "iops" in disk ? disk.iops : undefined;
  const throughput = "throughputMiBps" in disk ? disk.throughputMiBps : undefined;
  return { type, size, iops, throughput, kmsKeyId };
}
