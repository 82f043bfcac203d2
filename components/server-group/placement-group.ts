import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { TypeChoice } from "./instance-types";

/**
 * How close together servers stand. Rules: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/limitations-placement-groups.html
 */
export type PlacementGroup =
  /** Each on a rack of its own, at most 7 in a zone: few servers of which no two may fail together. */
  | { readonly type: "spread" }
  /** In 1–7 partitions that share no rack, for data that is kept in several of them. */
  | { readonly type: "partition"; readonly partitions: number }
  /** Close together in one zone, for fast traffic among them. */
  | { readonly type: "cluster" }
  /** In a group that is there already. */
  | { readonly type: "existing"; readonly name: pulumi.Input<string> };

export function checkPlacementGroup(
  check: ArgumentCheck,
  group: PlacementGroup,
  types: TypeChoice,
  { maxSize, zones }: { readonly maxSize: number; readonly zones: number | undefined },
): void {
  switch (group.type) {
    case "spread": {
      const most = zones === undefined ? Number.POSITIVE_INFINITY : 7 * zones;
      check(
        maxSize <= most,
        "maxSize",
        `must be at most ${most}, 7 for each zone of a spread placement group`,
        maxSize,
      );
      break;
    }
    case "partition": {
      const { partitions } = group;
      const isCount = Number.isInteger(partitions) && partitions >= 1 && partitions <= 7;
      check(isCount, "placementGroup.partitions", "must be a whole number between 1 and 7", partitions);
      break;
    }
    case "cluster":
      check(types.burstable === "none", "instanceTypes", "must not be burstable (t3, t4g) in a cluster", types.names);
      break;
    case "existing":
      break;
  }
}

/** The name of the group: of the one that is given, or of one that is made. */
export function placementGroupName(
  name: string,
  group: PlacementGroup,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  if (group.type === "existing") return pulumi.output(group.name);
  return new aws.ec2.PlacementGroup(
    `${name}-placement`,
    {
      strategy: group.type,
      partitionCount: group.type === "partition" ? group.partitions : undefined,
      tags: { Name: `${name}-placement` },
    },
    { parent },
  ).name;
}
