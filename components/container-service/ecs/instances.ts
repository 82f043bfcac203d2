import type { ArgumentCheck } from "../../argument-checks";
import { type Architecture, commonArchitecture } from "../../server-group/machine-image";
import { checkPurchasing, type Purchasing } from "../../server-group/purchasing";

/** The EC2 instances of a cluster: of an Auto Scaling group, or managed by ECS. */
export type Ec2Capacity = GroupCapacity | ManagedCapacity;

/** An Auto Scaling group that ECS sizes to what the tasks ask for, and drains before an instance goes. */
export interface GroupCapacity {
  readonly capacity?: "autoScalingGroup";
  /**
   * The types of instance, the preferred one first; all of one architecture.
   *
   * @default t4g.small or t3.small in dev, m7g.large or m7i.large in prod, by the architecture; with spot capacity two
   * more of about that size
   */
  readonly instanceTypes?: readonly string[];
  /** The least number of instances, 2 or more to span two zones. @default 2 */
  readonly minSize?: number;
  /** The greatest number of instances. @default 10 */
  readonly maxSize?: number;
  /** What they boot: AWS's newest image for ECS. @default "al2023" */
  readonly ami?: "al2023" | "bottlerocket";
  /** How they are paid for. @default on demand */
  readonly purchasing?: Purchasing;
}

/** ECS picks, patches and replaces the instances. */
export interface ManagedCapacity {
  readonly capacity: "managedInstances";
  /** The types that ECS may pick, e.g. `["m7g.*"]`. @default any of the architecture that fits the tasks */
  readonly instanceTypes?: readonly string[];
  /** Whether they are spare capacity: much cheaper, taken away with two minutes' notice. @default false */
  readonly spot?: boolean;
}

/** The instances with their defaults, checked. */
export type InstanceSettings = GroupSettings | ManagedSettings;

export interface GroupSettings extends Required<GroupCapacity> {
  readonly capacity: "autoScalingGroup";
  readonly architecture: Architecture;
}

export interface ManagedSettings extends Required<Omit<ManagedCapacity, "instanceTypes">> {
  readonly instanceTypes: readonly string[] | undefined;
  readonly architecture: Architecture;
}

/**
 * @param cluster the cluster's name
 * @param architecture what the tasks are built for
 */
export function readInstances(
  check: ArgumentCheck,
  cluster: string,
  args: Ec2Capacity,
  architecture: Architecture,
  isProd: boolean,
): InstanceSettings {
  // The capacity provider is called after it. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html
  const isFree = !/^(aws|ecs|fargate)/i.test(cluster);
  check(isFree, "name", "must not begin with aws, ecs or fargate, which AWS keeps for its own providers", cluster);
  if (args.capacity === "managedInstances") {
    const { capacity, instanceTypes, spot = false } = args;
    for (const type of instanceTypes ?? []) {
      const isPattern = /^[a-z][a-z0-9*-]*(\.[a-z0-9*-]+)?$/.test(type);
      check(isPattern, "instanceTypes", 'must be types or patterns such as "m7g.*"', type);
    }
    return { capacity, instanceTypes, spot, architecture };
  }
  const { ami = "al2023", purchasing = { type: "onDemand" }, minSize = 2, maxSize = 10 } = args;
  const { instanceTypes = defaultTypes(purchasing, architecture, isProd) } = args;
  const common = commonArchitecture(check, instanceTypes);
  const fits = common === architecture;
  check(fits, "instanceTypes", `must be of ${architecture}, which the images are built for`, instanceTypes);
  check(
    Number.isInteger(minSize) && minSize >= 2,
    "minSize",
    "must be a whole number, 2 or more to span two zones",
    minSize,
  );
  check(
    Number.isInteger(maxSize) && maxSize >= minSize,
    "maxSize",
    `must be a whole number, at least minSize (${minSize})`,
    maxSize,
  );
  checkPurchasing(check, purchasing);
  return { capacity: "autoScalingGroup", instanceTypes, minSize, maxSize, ami, purchasing, architecture };
}

function defaultTypes(purchasing: Purchasing, architecture: Architecture, isProd: boolean): readonly string[] {
  const several = {
    arm64: isProd ? ["m7g.large", "m6g.large", "r7g.large"] : ["t4g.small", "t4g.medium", "t4g.large"],
    x86_64: isProd ? ["m7i.large", "m6i.large", "m7a.large"] : ["t3.small", "t3a.small", "t3.medium"],
  }[architecture];
  return purchasing.type === "onDemand" ? several.slice(0, 1) : several;
}
