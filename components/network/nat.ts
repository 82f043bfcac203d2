import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { Tier } from "./tier";
import type { Zone } from "./zones";

/** Where the NAT gateways of the private tier stand. */
export type NatType = "none" | "single" | "perZone" | "regional";

/** A choice of NAT: a type, or a type with Elastic IPs that are already there. */
export type Nat = NatType | NatWithAddresses;

/** NAT that keeps the addresses it is given: partners that list them need not change. */
export interface NatWithAddresses {
  readonly type: Exclude<NatType, "none">;
  /** Allocation ids (`eipalloc-...`): one for `single`, otherwise one for each zone, in the order of the zones. */
  readonly allocationIds: readonly pulumi.Input<string>[];
}

/** A checked choice. */
export interface NatPlan {
  readonly type: NatType;
  readonly allocationIds: readonly pulumi.Input<string>[];
}

/**
 * The choice of NAT that the tiers allow.
 *
 * @throws when there is nothing for it to serve or nowhere for it to stand, or the number of addresses is not right.
 */
export function readNat(nat: Nat, tiers: readonly Tier[], zones: readonly Zone[], check: ArgumentCheck): NatPlan {
  const { type, allocationIds } = typeof nat === "string" ? { type: nat, allocationIds: undefined } : nat;
  if (type === "none") return { type, allocationIds: [] };
  check(tiers.includes("private"), "nat", 'must be "none" without a private tier', type);
  const hasPlace = type === "regional" || tiers.includes("public");
  check(hasPlace, "nat", 'must be "regional" or "none" without a public tier', type);
  const count = type === "single" ? 1 : zones.length;
  const fits = allocationIds === undefined || allocationIds.length === count;
  check(fits, "nat.allocationIds", `must hold ${count} ids for "${type}"`, allocationIds?.length);
  return { type, allocationIds: allocationIds ?? [] };
}

/** What NAT gateways are made of. */
export interface NatArgs {
  readonly plan: NatPlan;
  readonly zones: readonly Zone[];
  readonly vpcId: pulumi.Input<string>;
  /** Undefined without public subnets or regional NAT. */
  readonly internetGateway: aws.ec2.InternetGateway | undefined;
  /** Public subnets that are ready for use, in the order of the zones. */
  readonly publicSubnetIds: readonly pulumi.Input<string>[];
}

/**
 * Makes the NAT gateways and gives the one that serves each zone, in the order of the zones; none for `none`.
 *
 * A single gateway stands in the first zone. The first of `perZone` has the same name, so the change from one to the
 * other leaves it alone.
 */
export function createNat(name: string, args: NatArgs, parent: pulumi.Resource): readonly aws.ec2.NatGateway[] {
  const { plan, zones, publicSubnetIds } = args;
  const zonal = ({ letter }: Zone, index: number) => {
    const role = `${name}-nat-${letter}`;
    const allocationId =
      plan.allocationIds[index] ??
      new aws.ec2.Eip(`${role}-ip`, { domain: "vpc", tags: { Name: role } }, { parent }).allocationId;
    const subnetId = publicSubnetIds[index];
    return new aws.ec2.NatGateway(role, { allocationId, subnetId, tags: { Name: role } }, { parent });
  };
  switch (plan.type) {
    case "none":
      return [];
    case "single": {
      const [only] = zones.slice(0, 1).map(zonal);
      return only ? zones.map(() => only) : [];
    }
    case "perZone":
      return zones.map(zonal);
    case "regional": {
      const regional = createRegional(`${name}-nat`, args, parent);
      return zones.map(() => regional);
    }
  }
}

/**
 * One gateway for the whole VPC: it stands in no subnet, follows the instances into their zones, and takes its own
 * addresses unless some are given.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
function createRegional(name: string, { plan, zones, vpcId, internetGateway }: NatArgs, parent: pulumi.Resource) {
  const addresses = plan.allocationIds.map((id, index) => ({
    allocationIds: [id],
    availabilityZone: zones[index]?.name,
  }));
  return new aws.ec2.NatGateway(
    name,
    {
      availabilityMode: "regional",
      connectivityType: "public",
      vpcId,
      ...(addresses.length > 0 && { availabilityZoneAddresses: addresses }),
      tags: { Name: name },
    },
    { parent, dependsOn: internetGateway },
  );
}
