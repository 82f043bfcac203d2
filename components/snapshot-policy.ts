import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";
import { lifecycleRole } from "./snapshot-policy/role";
import { checkSchedules, type SnapshotSchedule, scheduleInput } from "./snapshot-policy/schedule";

/** Arguments of {@link SnapshotPolicy}. */
export interface SnapshotPolicyArgs {
  /** What is made of what has the tag. @default snapshots of volumes */
  readonly of?: SnapshotKind;
  /** Whatever has one of these tags; no other policy may have the same. @default `Snapshot: daily` */
  readonly targetTags?: Readonly<Record<string, string>>;
  /**
   * When, and for how long, by a name of yours; at most 4. A schedule that is renamed leaves its snapshots behind.
   *
   * @default each day at 3:00 UTC, the newest 7 in dev, 14 in prod
   */
  readonly schedules?: Readonly<Record<string, SnapshotSchedule>>;
  /** The ARNs of KMS keys, other than AWS's own for EBS, that encrypt the volumes. @default none */
  readonly kmsKeyArns?: readonly pulumi.Input<string>[];
  /** Days for which what is deleted can be had back from the Recycle Bin, 1–365. @default 7 */
  readonly recycleBinDays?: number | "none";
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html */
export type SnapshotKind =
  /** A snapshot of each volume with the tag. */
  | { readonly type: "volumes" }
  /** Snapshots of all volumes of an instance with the tag, of the same moment. */
  | { readonly type: "instances" }
  /** An image of an instance with the tag. */
  | {
      readonly type: "images";
      /** Whether the instance is stopped for it, so that no file is half written. @default false */
      readonly reboot?: boolean;
    };

/**
 * Snapshots of volumes, or images of instances, that have a tag: made by the clock, a number or an age of them kept, and
 * copied to other regions. Unlike those of a `BackupPlan` they are ordinary snapshots, which their owner may delete, so
 * the Recycle Bin keeps what was deleted for a while.
 * https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
 *
 * @example
 * import { SnapshotPolicy } from "./components/snapshot-policy";
 *
 * const snapshots = new SnapshotPolicy("snapshots", {
 *   targetTags: { Snapshot: "daily" },
 *   schedules: {
 *     daily: { recurrence: "0 3 * * *", keep: { days: 14 }, copies: [{ region: "eu-central-1", days: 30 }] },
 *     weekly: { recurrence: "0 4 * * SUN", keep: { days: 90 } },
 *   },
 * });
 */
export class SnapshotPolicy extends pulumi.ComponentResource {
  /** The id of the policy. */
  readonly policyId: pulumi.Output<string>;
  /** The ARN of the role that makes snapshots. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes. */
  constructor(name: string, args: SnapshotPolicyArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:SnapshotPolicy", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "snapshot policy", name);
    const { of: kind = { type: "volumes" }, targetTags = { Snapshot: "daily" }, recycleBinDays = 7 } = args;
    const { schedules = { daily: { recurrence: "0 3 * * *", keep: { count: environment() === "prod" ? 14 : 7 } } } } =
      args;
    // https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateLifecyclePolicy.html
    check(/^[0-9A-Za-z_-]{1,64}$/.test(name), "name", "must be at most 64 letters, digits, - and _", name);
    const tags = Object.keys(targetTags).length;
    check(tags >= 1 && tags <= 50, "targetTags", "must hold between 1 and 50 tags", tags);
    checkSchedules(check, schedules, kind.type === "images");
    const isKept = recycleBinDays === "none" || isBinDays(recycleBinDays);
    check(isKept, "recycleBinDays", 'must be a whole number between 1 and 365, or "none"', recycleBinDays);

    const made = { SnapshotPolicy: name };
    const isImages = kind.type === "images";
    const copied = Object.values(schedules).flatMap(({ copies = [] }) => copies);
    const keys = [...(args.kmsKeyArns ?? []), ...copied.flatMap(({ kmsKeyArn }) => kmsKeyArn ?? [])];
    const managed = `AWSDataLifecycleManagerServiceRole${isImages ? "ForAMIManagement" : ""}`;
    const { role, attachments } = lifecycleRole(name, managed, keys, this);
    const policy = new aws.dlm.LifecyclePolicy(
      `${name}-policy`,
      {
        description: `${isImages ? "Images" : "Snapshots"} of ${name}`,
        executionRoleArn: role.arn,
        state: "ENABLED",
        policyDetails: {
          policyType: isImages ? "IMAGE_MANAGEMENT" : "EBS_SNAPSHOT_MANAGEMENT",
          resourceTypes: [kind.type === "volumes" ? "VOLUME" : "INSTANCE"],
          targetTags: { ...targetTags },
          parameters: isImages ? { noReboot: !(kind.reboot ?? false) } : undefined,
          schedules: Object.entries(schedules).map(([key, schedule]) =>
            scheduleInput(key, schedule, { target: isImages ? "targetRegion" : "target", tags: made }),
          ),
        },
        tags: { Name: `${name}-policy` },
      },
      { parent: this, dependsOn: attachments },
    );
    if (recycleBinDays !== "none") {
      new aws.rbin.Rule(
        `${name}-bin`,
        {
          description: `What ${name} made and somebody deleted`,
          resourceType: isImages ? "EC2_IMAGE" : "EBS_SNAPSHOT",
          resourceTags: Object.entries(made).map(([resourceTagKey, resourceTagValue]) => ({
            resourceTagKey,
            resourceTagValue,
          })),
          retentionPeriod: { retentionPeriodUnit: "DAYS", retentionPeriodValue: recycleBinDays },
          tags: { Name: `${name}-bin` },
        },
        { parent: this },
      );
    }

    this.policyId = policy.id;
    this.roleArn = role.arn;
    this.registerOutputs({ policyId: this.policyId, roleArn: this.roleArn });
  }
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin-create-rule.html */
function isBinDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= 365;
}
