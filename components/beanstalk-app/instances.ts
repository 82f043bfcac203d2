import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { commonArchitecture } from "../server-group/machine-image";
import { checkChoice } from "./choice";
import type { SpotAllocation } from "./option-values";
import { checkNumber, type Options } from "./options";

/** What the instances are. They have no key and no open port 22: Session Manager reaches them. */
export interface InstanceArgs {
  /**
   * Their types, all arm64 or all x86_64; several only with Spot capacity, as Elastic Beanstalk otherwise uses the first
   * alone.
   *
   * @default ["t4g.small"] in dev, ["m7g.medium"] in prod
   */
  readonly instanceTypes?: readonly string[];
  /** How they are paid for. @default on demand */
  readonly purchasing?: EnvironmentPurchasing;
  /** The root disk. @default 20 GB of gp3, encrypted */
  readonly rootVolume?: RootVolume;
  /** An image of your own, built on the platform's. @default the platform's */
  readonly imageId?: pulumi.Input<string>;
  /** Whether CloudWatch gets their metrics every minute, which costs, instead of every five. @default true in prod */
  readonly detailedMonitoring?: boolean;
}

export type EnvironmentPurchasing =
  | { readonly type: "onDemand" }
  | {
      readonly type: "spot";
      /** On-demand instances before the first Spot one, 0 to the greatest size. @default 1 */
      readonly onDemandBase?: number;
      /** The percentage above the base that is on demand, 0–100. @default 0 */
      readonly onDemandPercent?: number;
      /** How AWS picks among the types. @default "price-capacity-optimized" */
      readonly allocation?: SpotAllocation;
      /** The most that an hour may cost, 0.001–20 dollars. @default the price on demand */
      readonly maxPriceDollars?: number;
    };

/**
 * A gp3 disk.
 *
 * Elastic Beanstalk has no option that encrypts it: a disk is encrypted where the account encrypts new disks by itself in
 * this region, or the image is. `"required"` asks the account, and stops an `up` before the environment is made where it
 * does not. https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 */
export interface RootVolume {
  /** GB, 10–16384. @default 20 */
  readonly sizeGB?: number;
  /** Operations a second, 3000–16000, at most 500 for each GB. @default 3000 */
  readonly iops?: number;
  /** MiB a second, 125–1000, at most a quarter of the IOPS. @default 125 */
  readonly throughputMiBps?: number;
  /** `"asAccount"` takes the disk as the account or `imageId` makes it. @default "required" */
  readonly encryption?: "required" | "asAccount";
}

/** The arguments with their defaults, checked. */
export interface InstanceSettings {
  readonly options: Options;
  readonly encryption: "required" | "asAccount";
}

export function readInstances(
  check: ArgumentCheck,
  args: InstanceArgs,
  isProd: boolean,
  maxSize: number,
): InstanceSettings {
  const { instanceTypes = [isProd ? "m7g.medium" : "t4g.small"], purchasing = { type: "onDemand" } } = args;
  const { rootVolume = {}, imageId, detailedMonitoring = isProd } = args;
  const { encryption = "required" } = rootVolume;
  checkChoice(check, "rootVolume.encryption", ["required", "asAccount"], encryption);
  checkChoice(check, "purchasing.type", ["onDemand", "spot"], purchasing.type);
  const architecture = commonArchitecture(check, instanceTypes);
  check(instanceTypes.length <= 40, "instanceTypes", "must name at most 40 types", instanceTypes.length);
  const isMac = instanceTypes.some((type) => type.startsWith("mac"));
  check(!isMac, "instanceTypes", "must not be Mac types, which Elastic Beanstalk does not run", instanceTypes);
  const uses = purchasing.type === "spot" || instanceTypes.length === 1;
  check(
    uses,
    "instanceTypes",
    "must name one type unless purchasing is spot: only the first would be used",
    instanceTypes,
  );
  return {
    encryption,
    options: {
      "aws:autoscaling:launchconfiguration": {
        DisableIMDSv1: true,
        // The groups are the component's own; without this there would be one more, open on port 80.
        DisableDefaultEC2SecurityGroup: true,
        LaunchTemplateTagPropagationEnabled: true,
        MonitoringInterval: detailedMonitoring ? "1 minute" : "5 minute",
        ImageId: imageId,
        ...volumeOptions(check, rootVolume),
      },
      "aws:ec2:instances": {
        InstanceTypes: instanceTypes.join(","),
        SupportedArchitectures: architecture,
        ...spotOptions(check, purchasing, maxSize),
      },
      ...(purchasing.type === "spot" && { "aws:autoscaling:asg": { EnableCapacityRebalancing: true } }),
    },
  };
}

function volumeOptions(check: ArgumentCheck, { sizeGB = 20, iops, throughputMiBps }: RootVolume) {
  const namespace = "aws:autoscaling:launchconfiguration";
  checkNumber(check, "rootVolume.sizeGB", [namespace, "RootVolumeSize"], sizeGB);
  if (iops !== undefined) {
    const most = Math.min(16000, 500 * sizeGB);
    const holds = Number.isInteger(iops) && iops >= 3000 && iops <= most;
    check(holds, "rootVolume.iops", `must be a whole number between 3000 and ${most}`, iops);
  }
  if (throughputMiBps !== undefined) {
    checkNumber(check, "rootVolume.throughputMiBps", [namespace, "RootVolumeThroughput"], throughputMiBps);
    const most = (iops ?? 3000) / 4;
    check(
      throughputMiBps <= most,
      "rootVolume.throughputMiBps",
      `must be at most ${most}, a quarter of the IOPS`,
      throughputMiBps,
    );
  }
  return {
    RootVolumeType: "gp3",
    RootVolumeSize: sizeGB,
    RootVolumeIOPS: iops,
    RootVolumeThroughput: throughputMiBps,
  } as const;
}

const allocations: readonly SpotAllocation[] = [
  "capacity-optimized",
  "price-capacity-optimized",
  "capacity-optimized-prioritized",
  "lowest-price",
];

function spotOptions(check: ArgumentCheck, purchasing: EnvironmentPurchasing, maxSize: number) {
  if (purchasing.type === "onDemand") return { EnableSpot: false };
  const {
    onDemandBase = 1,
    onDemandPercent = 0,
    allocation = "price-capacity-optimized",
    maxPriceDollars,
  } = purchasing;
  const namespace = "aws:ec2:instances";
  checkChoice(check, "purchasing.allocation", allocations, allocation);
  const isBase = Number.isInteger(onDemandBase) && onDemandBase >= 0 && onDemandBase <= maxSize;
  check(
    isBase,
    "purchasing.onDemandBase",
    `must be a whole number between 0 and the greatest size (${maxSize})`,
    onDemandBase,
  );
  checkNumber(
    check,
    "purchasing.onDemandPercent",
    [namespace, "SpotFleetOnDemandAboveBasePercentage"],
    onDemandPercent,
  );
  checkNumber(check, "purchasing.maxPriceDollars", [namespace, "SpotMaxPrice"], maxPriceDollars);
  return {
    EnableSpot: true,
    SpotFleetOnDemandBase: onDemandBase,
    SpotFleetOnDemandAboveBasePercentage: onDemandPercent,
    SpotAllocationStrategy: allocation,
    SpotMaxPrice: maxPriceDollars,
  };
}

/** A text that is only given once the account is known to encrypt new disks. */
export function onceEncrypted(text: string, name: string, isByDefault: pulumi.Output<boolean>): pulumi.Output<string> {
  return isByDefault.apply((enabled) => {
    if (enabled) return text;
    throw new pulumi.RunError(
      `beanstalk app "${name}": rootVolume.encryption must be "asAccount" while this account does not encrypt new EBS disks in this region; turn that on (aws ec2 enable-ebs-encryption-by-default), as Elastic Beanstalk cannot`,
    );
  });
}
