import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** An encrypted gp3 disk. Its limits: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html#gp3-ebs-volume-type */
export interface Volume {
  /** The size in GiB, 1–65536. */
  readonly sizeGiB: number;
  /** Operations a second, 3000–80000, at most 500 for each GiB. @default 3000, which the price of a disk includes */
  readonly iops?: number;
  /** MiB a second, 125–2000, at most a quarter of the IOPS. @default 125, which the price of a disk includes */
  readonly throughputMiBps?: number;
  /**
   * The KMS key that encrypts the disk. Its policy must let the Auto Scaling service role use it.
   *
   * @default the account's default key for EBS
   */
  readonly kmsKeyId?: pulumi.Input<string>;
}

const baselineIops = 3000;

/** Checks the disks of an instance: the root disk, and the data disks by device name. */
export function checkVolumes(
  check: ArgumentCheck,
  root: Volume,
  data: Readonly<Record<string, Volume>>,
  rootDevice: string,
): void {
  checkVolume(check, "rootVolume", root);
  for (const [device, volume] of Object.entries(data)) {
    checkDevice(check, device, rootDevice);
    checkVolume(check, `dataVolumes["${device}"]`, volume);
  }
}

/** Checks the device name of a data disk. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html */
export function checkDevice(check: ArgumentCheck, device: string, rootDevice: string): void {
  check(/^\/dev\/(sd|xvd)[b-z]\d*$/.test(device), "dataVolumes", 'must have keys such as "/dev/sdf"', device);
  check(device !== rootDevice, "dataVolumes", "must not use the root disk's device name", device);
}

/** Checks a gp3 disk. */
export function checkVolume(check: ArgumentCheck, argument: string, { sizeGiB, iops, throughputMiBps }: Volume): void {
  check(
    isWithin(sizeGiB, 1, 65536),
    `${argument}.sizeGiB`,
    "must be a whole number of GiB between 1 and 65536",
    sizeGiB,
  );
  if (iops !== undefined) {
    check(isWithin(iops, baselineIops, 80000), `${argument}.iops`, "must be between 3000 and 80000", iops);
    const most = Math.max(baselineIops, 500 * sizeGiB);
    check(iops <= most, `${argument}.iops`, `must be at most ${most}, 500 for each of the ${sizeGiB} GiB`, iops);
  }
  if (throughputMiBps !== undefined) {
    const stated = `${argument}.throughputMiBps`;
    check(isWithin(throughputMiBps, 125, 2000), stated, "must be between 125 and 2000", throughputMiBps);
    const most = (iops ?? baselineIops) / 4;
    check(throughputMiBps <= most, stated, `must be at most ${most}, a quarter of the IOPS`, throughputMiBps);
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** The disks as a launch template states them. */
export function blockDeviceMappings(
  root: Volume,
  data: Readonly<Record<string, Volume>>,
  rootDevice: string,
): aws.types.input.ec2.LaunchTemplateBlockDeviceMapping[] {
  return Object.entries({ [rootDevice]: root, ...data }).map(([deviceName, volume]) => ({
    deviceName,
    ebs: {
      volumeType: "gp3",
      volumeSize: volume.sizeGiB,
      iops: volume.iops,
      throughput: volume.throughputMiBps,
      encrypted: "true",
      kmsKeyId: volume.kmsKeyId,
      deleteOnTermination: "true",
    },
  }));
}
