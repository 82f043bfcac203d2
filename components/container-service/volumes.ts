import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** What containers keep files in, beside their image. */
export type ServiceVolume = ScratchVolume | EfsVolume | EbsVolume;

/**
 * Room that a task's containers share and that goes with the task: with a read-only root, the place for `/tmp`. On ECS
 * it has the owner and rights of the image's folder if the image says `VOLUME` of it, otherwise root's.
 */
export interface ScratchVolume {
  readonly type: "scratch";
}

/** Files that all tasks share, in zones that EFS serves. Mounted over TLS, by the task's own role. */
export interface EfsVolume {
  readonly type: "efs";
  /** `fs-...` */
  readonly fileSystemId: pulumi.Input<string>;
  /** Its ARN, which the task's role is granted. */
  readonly fileSystemArn: pulumi.Input<string>;
  /** The security group of its mount targets. The tasks may connect to it on port 2049; it must let them in. */
  readonly securityGroupId: pulumi.Input<string>;
  /** `fsap-...`: pins a directory and a user. @default the root of the file system */
  readonly accessPointId?: pulumi.Input<string>;
}

/**
 * An encrypted gp3 disk of each task's own, deleted with it. A service may have one.
 * Limits: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 */
export interface EbsVolume {
  readonly type: "ebs";
  /** The size in GiB, 1–16384. */
  readonly sizeGiB: number;
  /** Operations a second, 3000–16000, at most 500 for each GiB. @default 3000, which the price of a disk includes */
  readonly iops?: number;
  /** MiB a second, 125–1000, at most a quarter of the IOPS. @default 125, which the price of a disk includes */
  readonly throughputMiBps?: number;
  /** The ARN of the KMS key that encrypts it. @default the account's default key for EBS */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

export function checkVolumes(check: ArgumentCheck, volumes: Readonly<Record<string, ServiceVolume>>): void {
  const disks = Object.values(volumes).filter(({ type }) => type === "ebs").length;
  check(disks <= 1, "volumes", "must hold at most one ebs volume", disks);
  for (const [name, volume] of Object.entries(volumes)) {
    const isName = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
    check(isName, "volumes", "must have names of lower-case letters, digits and hyphens", name);
    if (volume.type === "ebs") checkDisk(check, `volumes.${name}`, volume);
  }
}

function checkDisk(check: ArgumentCheck, argument: string, { sizeGiB, iops = 3000, throughputMiBps = 125 }: EbsVolume) {
  const within = (of: string, value: number, least: number, most: number) => {
    const holds = Number.isInteger(value) && value >= least && value <= most;
    check(holds, `${argument}.${of}`, `must be a whole number between ${least} and ${most}`, value);
  };
  within("sizeGiB", sizeGiB, 1, 16384);
  within("iops", iops, 3000, Math.min(16000, Math.max(3000, 500 * sizeGiB)));
  within("throughputMiBps", throughputMiBps, 125, Math.min(1000, iops / 4));
}
