import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { environment } from "../environment";
import type { NetworkParts } from "./new-network";
import { readZones, type Zone } from "./zones";

/** A VPC that is there already, made by whomever. Nothing of it is changed. */
export interface ExistingNetworkArgs {
  readonly type: "existing";
  /** Its id, e.g. `vpc-0a1b2c3d4e5f60718`. */
  readonly vpcId: pulumi.Input<string>;
  /** The zones whose subnets are used, as of a new network. @default 3 in prod, 2 in dev */
  readonly zones?: number | readonly string[];
  /**
   * The subnets of each tier: their ids, one per zone in the order of `zones`, or tags that one subnet in each zone has.
   *
   * @default { public: { Tier: "public" }, private: { Tier: "private" } }, the tags that a new network gives
   */
  readonly subnets?: Partial<Record<ExistingTier, ExistingSubnets>>;
  /** Whether its subnets have IPv6 as well, and routes for it. @default false */
  readonly ipv6?: boolean;
}

/** The tiers that others may have made. */
export type ExistingTier = "public" | "private" | "isolated";

/** Ids, or tags by name. */
export type ExistingSubnets = readonly pulumi.Input<string>[] | Readonly<Record<string, string>>;

/**
 * Finds the subnets of a VPC.
 *
 * @throws when ids are not one per zone or not ids, or tags find none or more than one subnet in a zone.
 */
export function findNetwork(args: ExistingNetworkArgs, check: ArgumentCheck, parent: pulumi.Resource): NetworkParts {
  const subnets: ExistingNetworkArgs["subnets"] = args.subnets ?? {
    public: { Tier: "public" },
    private: { Tier: "private" },
  };
  const zones = readZones(args.zones ?? (environment() === "prod" ? 3 : 2), check, parent);
  checkId(args.vpcId, "vpcId", "vpc", check);
  check(Object.keys(subnets).length > 0, "subnets", "must name at least one tier", subnets);
  const vpcId = pulumi.output(args.vpcId);
  const find = (tier: ExistingTier): pulumi.Output<string>[] => {
    const written = subnets[tier];
    const argument = `subnets.${tier}`;
    if (written === undefined) return [];
    if (isIds(written)) {
      check(
        written.length === zones.length,
        argument,
        `must hold one id for each of the ${zones.length} zones`,
        written.length,
      );
      for (const id of written) checkId(id, argument, "subnet", check);
      return written.map((id) => pulumi.output(id));
    }
    check(Object.keys(written).length > 0, argument, "must name at least one tag", written);
    return zones.map((zone) => findByTags({ vpcId, zone, tags: written, argument }, check, parent));
  };
  return {
    vpcId,
    cidrBlock: aws.ec2.getVpcOutput({ id: vpcId }, { parent }).cidrBlock,
    subnetIds: { public: find("public"), private: find("private"), isolated: find("isolated") },
    ipv6: args.ipv6 ?? false,
    inspection: undefined,
    graphs: [],
    alarmArns: [],
  };
}

function isIds(subnets: ExistingSubnets): subnets is readonly pulumi.Input<string>[] {
  return Array.isArray(subnets);
}

function checkId(id: pulumi.Input<string>, argument: string, kind: "vpc" | "subnet", check: ArgumentCheck) {
  const fits = typeof id !== "string" || new RegExp(`^${kind}-[0-9a-z]+$`).test(id);
  check(fits, argument, `must be an id such as "${kind}-0a1b2c3d4e5f60718"`, id);
}

interface Wanted {
  readonly vpcId: pulumi.Output<string>;
  readonly zone: Zone;
  readonly tags: Readonly<Record<string, string>>;
  /** The argument that says the tags. */
  readonly argument: string;
}

/** The one subnet of a zone that has all of the tags. */
function findByTags(wanted: Wanted, check: ArgumentCheck, parent: pulumi.Resource): pulumi.Output<string> {
  const { vpcId, zone, tags, argument } = wanted;
  const [filter, place] =
    "availabilityZone" in zone.place
      ? ["availability-zone", zone.place.availabilityZone]
      : ["availability-zone-id", zone.place.availabilityZoneId];
  const filters = [
    { name: "vpc-id", values: [vpcId] },
    { name: filter, values: [place] },
    ...Object.entries(tags).map(([tag, value]) => ({ name: `tag:${tag}`, values: [value] })),
  ];
  const { ids } = aws.ec2.getSubnetsOutput({ filters }, { parent });
  return pulumi.all([ids, place]).apply(([found, name]) => onlySubnet(found, name, tags, argument, check));
}

/** The one id of a look-up. @throws when it found none, or more than one. */
export function onlySubnet(
  found: readonly string[],
  zone: string,
  tags: Readonly<Record<string, string>>,
  argument: string,
  check: ArgumentCheck,
): string {
  const [only] = found;
  const shown = Object.entries(tags).map(([tag, value]) => `${tag}=${value}`);
  const requirement = `must be tags of one subnet in ${zone} (${shown.join(", ")})`;
  check(only !== undefined && found.length === 1, argument, requirement, found);
  return only;
}
