import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { createNatInstance, type NatInstance, type NatInstancePlan, readNatInstance } from "./nat-instance";
import type { OwnRange } from "./own-ranges";
import type { RouteTarget } from "./routing";
import type { Tier } from "./tier";
import type { Zone } from "./zones";

/** Where the NAT gateways of the private tier stand, or one instance that does their work for less. */
export type NatType = "none" | "single" | "perZone" | "regional" | "instance";

/** A choice of NAT: a type, or a type with Elastic IPs that are already there. */
export type Nat = NatType | NatWithAddresses | NatInstance;

/** NAT that keeps the addresses it is given: partners that list them need not change. */
export interface NatWithAddresses {
  readonly type: "single" | "perZone" | "regional";
  /** Allocation ids (`eipalloc-...`): one for `single`, otherwise one for each zone, in the order of the zones. */
  readonly allocationIds: readonly pulumi.Input<string>[];
}

/** A checked choice. */
export type NatPlan =
  | { readonly type: "none" }
  | { readonly type: "single" | "perZone" | "regional"; readonly allocationIds: readonly pulumi.Input<string>[] }
  | NatInstancePlan;

/**
 * The choice of NAT that the tiers allow.
 *
 * @throws when there is nothing for it to serve or nowhere for it to stand, or the number of addresses is not right.
 */
export function readNat(nat: Nat, tiers: readonly Tier[], zones: readonly Zone[], check: ArgumentCheck): NatPlan {
  const choice = typeof nat === "string" ? { type: nat } : nat;
  const { type } = choice;
  if (type === "none") return { type };
  check(tiers.includes("private"), "nat", 'must be "none" without a private tier', type);
  const hasPlace = type === "regional" || tiers.includes("public");
  check(hasPlace, "nat", 'must be "regional" or "none" without a public tier', type);
  const isPassed = type !== "regional" || !tiers.includes("inspection");
  check(
    isPassed,
    "nat",
    'must stand in public subnets ("single", "perZone") for its traffic to pass "inspection"',
    type,
  );
  const allocationIds = "allocationIds" in choice ? choice.allocationIds : undefined;
  const count = type === "single" || type === "instance" ? 1 : zones.length;
  const fits = allocationIds === undefined || allocationIds.length === count;
  check(fits, "nat.allocationIds", `must hold ${count} ids for "${type}"`, allocationIds?.length);
  const repeated = allocationIds?.find((id, index) => allocationIds.indexOf(id) < index);
  check(repeated === undefined, "nat.allocationIds", "must not repeat an id", repeated);
  if (type === "instance") return readNatInstance("instanceType" in choice ? choice : { type, allocationIds }, check);
  return { type, allocationIds: allocationIds ?? [] };
}

/** What NAT is made of. */
export interface NatArgs {
  readonly plan: NatPlan;
  readonly zones: readonly Zone[];
  readonly vpcId: pulumi.Input<string>;
  readonly own: readonly OwnRange[];
  /** Undefined without public subnets or regional NAT. */
  readonly internetGateway: aws.ec2.InternetGateway | undefined;
  /** Public subnets that are ready for use, in the order of the zones. */
  readonly publicSubnetIds: readonly pulumi.Input<string>[];
}

/** The NAT of a network. */
export interface MadeNat {
  /** Where each zone's traffic goes, in the order of the zones; empty for `none`. */
  readonly targets: readonly RouteTarget[];
  /** What must run before a route to it is of use. */
  readonly dependsOn: pulumi.Resource[];
  /** The gateway that has no network interface in the VPC; undefined unless NAT is regional. */
  readonly regionalGateway?: aws.ec2.NatGateway;
  /** What alarms watch, by the role of its name. */
  readonly watched: WatchedNat;
}

/** The gateways, or the instance, of a network by the role of their names; neither without NAT. */
export interface WatchedNat {
  readonly gateways: Readonly<Record<string, aws.ec2.NatGateway>>;
  readonly instances: Readonly<Record<string, aws.ec2.Instance>>;
}

/**
 * Makes the NAT of a network.
 *
 * A single gateway stands in the first zone. The first of `perZone` has the same name, so the change from one to the
 * other leaves it alone; an instance takes over its address.
 */
export function createNat(name: string, args: NatArgs, parent: pulumi.Resource): MadeNat {
  const { plan, zones, publicSubnetIds } = args;
  const gateways: Record<string, aws.ec2.NatGateway> = {};
  const zonal = (allocationIds: readonly pulumi.Input<string>[]) => (zone: Zone, index: number) => {
    const role = `${name}-nat-${zone.letter}`;
    const allocationId = allocationIds[index] ?? createAddress(role, parent);
    const subnetId = publicSubnetIds[index];
    const gateway = new aws.ec2.NatGateway(role, { allocationId, subnetId, tags: { Name: role } }, { parent });
    gateways[`nat-${zone.letter}`] = gateway;
    return gateway;
  };
  const through = (each: readonly aws.ec2.NatGateway[]): MadeNat => ({
    targets: each.map(({ id }) => ({ natGatewayId: id })),
    dependsOn: [],
    watched: { gateways, instances: {} },
  });
  const none: MadeNat = { targets: [], dependsOn: [], watched: { gateways, instances: {} } };
  switch (plan.type) {
    case "none":
      return none;
    case "single": {
      const [only] = zones.slice(0, 1).map(zonal(plan.allocationIds));
      return through(only ? zones.map(() => only) : []);
    }
    case "perZone":
      return through(zones.map(zonal(plan.allocationIds)));
    case "regional": {
      const regionalGateway = createRegional(`${name}-nat`, args, plan.allocationIds, parent);
      gateways.nat = regionalGateway;
      return { ...through(zones.map(() => regionalGateway)), regionalGateway };
    }
    case "instance": {
      const [zone] = zones;
      const [subnetId] = publicSubnetIds;
      if (!zone || subnetId === undefined) return none;
      const role = `${name}-nat-${zone.letter}`;
      const allocationId = plan.allocationId ?? createAddress(role, parent);
      const { instance, networkInterfaceId } = createNatInstance(
        role,
        { ...args, plan, subnetId, allocationId },
        parent,
      );
      const watched = { gateways, instances: { [`nat-${zone.letter}`]: instance } };
      return { targets: zones.map(() => ({ networkInterfaceId })), dependsOn: [instance], watched };
    }
  }
}

function createAddress(role: string, parent: pulumi.Resource): pulumi.Output<string> {
  return new aws.ec2.Eip(`${role}-ip`, { domain: "vpc", tags: { Name: role } }, { parent }).allocationId;
}

/**
 * One gateway for the whole VPC: it stands in no subnet, follows the instances into their zones, and takes its own
 * addresses unless some are given.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
function createRegional(
  name: string,
  { zones, vpcId, internetGateway }: NatArgs,
  allocationIds: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): aws.ec2.NatGateway {
  const addresses = allocationIds.map((id, index) => ({ allocationIds: [id], ...zones[index]?.place }));
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
