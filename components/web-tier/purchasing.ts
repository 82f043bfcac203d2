import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/** How the servers are paid for. With more than one instance type a group can use whichever can be had. */
export type Purchasing =
  /** Paid by the second, never taken away. The instance types are tried in their order. */
  | { readonly type: "onDemand" }
  /** Spare capacity: much cheaper, taken away with two minutes' notice. Several instance types make that rarer. */
  | { readonly type: "spot" }
  /** A base that stays, and spare capacity for part of the rest. */
  | {
      readonly type: "mixed";
      /** Servers that are always on demand, 0 or more. @default the group's minSize */
      readonly onDemandBase?: number;
      /** The percentage of the others that is on demand too, 0–100. @default 0 */
      readonly onDemandPercent?: number;
    };

export function checkPurchasing(check: ArgumentCheck, purchasing: Purchasing): void {
  if (purchasing.type !== "mixed") return;
  const { onDemandBase = 0, onDemandPercent = 0 } = purchasing;
  const isCount = Number.isInteger(onDemandBase) && onDemandBase >= 0;
  check(isCount, "purchasing.onDemandBase", "must be a whole number, 0 or more", onDemandBase);
  const isPercent = Number.isInteger(onDemandPercent) && onDemandPercent >= 0 && onDemandPercent <= 100;
  check(isPercent, "purchasing.onDemandPercent", "must be a whole number between 0 and 100", onDemandPercent);
}

/** What a group launches: the template alone, or the template with a choice of types and markets. */
export function launchInput(
  template: aws.ec2.LaunchTemplate,
  instanceTypes: readonly string[],
  purchasing: Purchasing,
  minSize: number,
): Pick<aws.autoscaling.GroupArgs, "launchTemplate" | "mixedInstancesPolicy" | "capacityRebalance"> {
  // A real number, not $Latest: only then does the group change, and refresh its instances, when the template does.
  const version = template.latestVersion.apply(String);
  if (purchasing.type === "onDemand" && instanceTypes.length === 1) {
    return { launchTemplate: { id: template.id, version } };
  }
  return {
    mixedInstancesPolicy: {
      instancesDistribution: distribution(purchasing, minSize),
      launchTemplate: {
        launchTemplateSpecification: { launchTemplateId: template.id, version },
        overrides: instanceTypes.map((instanceType) => ({ instanceType })),
      },
    },
    // Replaces a spot instance as soon as AWS says that it is likely to be taken, not after it is gone.
    capacityRebalance: purchasing.type !== "onDemand",
  };
}

type Distribution = aws.types.input.autoscaling.GroupMixedInstancesPolicyInstancesDistribution;

function distribution(purchasing: Purchasing, minSize: number): Distribution {
  const onDemandAllocationStrategy = "prioritized";
  const spotAllocationStrategy = "price-capacity-optimized";
  switch (purchasing.type) {
    case "onDemand":
      return { onDemandAllocationStrategy, onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 100 };
    case "spot":
      return { spotAllocationStrategy, onDemandBaseCapacity: 0, onDemandPercentageAboveBaseCapacity: 0 };
    case "mixed":
      return {
        onDemandAllocationStrategy,
        spotAllocationStrategy,
        onDemandBaseCapacity: purchasing.onDemandBase ?? minSize,
        onDemandPercentageAboveBaseCapacity: purchasing.onDemandPercent ?? 0,
      };
  }
}
