import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/**
 * What a component asks of a network. A `Network`, an `awsx.ec2.Vpc` and a plain object with the ids of a VPC that is
 * already there all serve.
 *
 * @example
 * import type { NetworkRef } from "./components/network-ref";
 *
 * const existing: NetworkRef = {
 *   vpcId: "vpc-0a1b2c3d4e5f60718",
 *   publicSubnetIds: ["subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712"],
 *   privateSubnetIds: ["subnet-0a1b2c3d4e5f60713", "subnet-0a1b2c3d4e5f60714"],
 * };
 */
export interface NetworkRef {
  /** The id of the VPC. */
  readonly vpcId: pulumi.Input<string>;
  /** The ids of the subnets that an internet gateway serves, one per zone; none where there is no such tier. */
  readonly publicSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The ids of the subnets that only a NAT gateway or nothing connects to the internet, one per zone. */
  readonly privateSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The ids of the subnets without any way to the internet, one per zone. @default there are none */
  readonly isolatedSubnetIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * Checks that a tier of a network has subnets in two zones or more. A list that is not known yet is left to the policies.
 *
 * @throws when there are fewer than two.
 */
export function checkSpansZones(check: ArgumentCheck, network: NetworkRef, tier: "public" | "private"): void {
  const subnets = network[`${tier}SubnetIds`];
  if (!Array.isArray(subnets)) return;
  check(subnets.length >= 2, `network.${tier}SubnetIds`, "must hold subnets of at least two zones", subnets.length);
}
