import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { ipRange } from "../ip-range";
import type { NetworkAttributes, NetworkSurroundings } from "./balancer";

/**
 * The IPv4 address that a balancer has in each zone. Clients can be told those of the first two kinds once and for all.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
 */
export type ZoneAddresses =
  | {
      readonly type: "elasticIps";
      /** Allocation ids (`eipalloc-...`), one for each subnet, in the order of the subnets. @default addresses are made */
      readonly allocationIds?: readonly pulumi.Input<string>[];
    }
  | {
      readonly type: "privateIps";
      /** Free IPv4 addresses, one from the range of each subnet, in the order of the subnets. */
      readonly addresses: readonly string[];
    }
  /** AWS picks them, and others when the balancer is replaced. */
  | { readonly type: "assigned" };

/** @throws when the addresses do not fit the exposure, or are not one for each subnet. */
export function checkZoneAddresses(
  check: ArgumentCheck,
  addresses: ZoneAddresses,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  exposure: NetworkAttributes["exposure"],
): void {
  if (addresses.type === "assigned") return;
  const known = Array.isArray(subnetIds);
  check(known, "addresses.type", 'must be "assigned" where the number of subnets is not known yet', addresses.type);
  const forEach = `must hold ${subnetIds.length}, one for each subnet`;
  switch (addresses.type) {
    case "elasticIps": {
      const isPublic = exposure === "internet";
      check(isPublic, "addresses.type", 'must be "privateIps" or "assigned" for an internal balancer', "elasticIps");
      const { allocationIds } = addresses;
      const fits = allocationIds === undefined || allocationIds.length === subnetIds.length;
      check(fits, "addresses.allocationIds", forEach, allocationIds?.length);
      const repeated = allocationIds?.find((id, index) => allocationIds.indexOf(id) < index);
      check(repeated === undefined, "addresses.allocationIds", "must not repeat an id", repeated);
      return;
    }
    case "privateIps": {
      const isPrivate = exposure === "internal";
      check(isPrivate, "addresses.type", 'must be "elasticIps" or "assigned" on the internet', "privateIps");
      const listed = addresses.addresses;
      check(listed.length === subnetIds.length, "addresses.addresses", forEach, listed.length);
      for (const address of listed) {
        const isAddress = ipRange(`${address}/32`)?.family === "ipv4";
        check(isAddress, "addresses.addresses", "must be IPv4 addresses", address);
      }
      check(new Set(listed).size === listed.length, "addresses.addresses", "must not repeat an address", listed);
    }
  }
}

/** What a balancer stands on, and the addresses that are known for it. */
export interface ZonePlace {
  readonly place: NetworkSurroundings["place"];
  readonly addresses: pulumi.Output<string>[];
}

/** The default quota of Elastic IP addresses of an account in a region: https://docs.aws.amazon.com/general/latest/gr/vpc-service.html */
const elasticIpQuota = 5;

/**
 * Makes what addresses are to be made. They are called by their place in the list of subnets, so a zone that is added at
 * its end leaves the others alone.
 */
export function zonePlace(
  name: string,
  addresses: ZoneAddresses,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  parent: pulumi.Resource,
): ZonePlace {
  // Its length is checked to be known wherever there is an address for each.
  if (addresses.type === "assigned" || !Array.isArray(subnetIds))
    return { place: { subnets: subnetIds }, addresses: [] };
  switch (addresses.type) {
    case "elasticIps": {
      const { allocationIds } = addresses;
      if (allocationIds) {
        const subnetMappings = subnetIds.map((subnetId, index) => ({ subnetId, allocationId: allocationIds[index] }));
        const given = allocationIds.map((id) => aws.ec2.getElasticIpOutput({ id }, { parent }).publicIp);
        return { place: { subnetMappings }, addresses: given };
      }
      if (subnetIds.length > elasticIpQuota) {
        const sentence = `network balancer "${name}" asks for ${subnetIds.length} Elastic IP addresses, and an account has ${elasticIpQuota} in a region until its quota L-0263D0A3 is raised`;
        pulumi.log.warn(sentence, parent);
      }
      const made = subnetIds.map((_, index) => elasticIp(`${name}-ip-${index + 1}`, parent));
      const subnetMappings = subnetIds.map((subnetId, index) => ({
        subnetId,
        allocationId: made[index]?.allocationId,
      }));
      return { place: { subnetMappings }, addresses: made.map(({ publicIp }) => publicIp) };
    }
    case "privateIps": {
      const listed = addresses.addresses;
      const subnetMappings = subnetIds.map((subnetId, index) => ({ subnetId, privateIpv4Address: listed[index] }));
      return { place: { subnetMappings }, addresses: listed.map((address) => pulumi.output(address)) };
    }
  }
}

function elasticIp(name: string, parent: pulumi.Resource): aws.ec2.Eip {
  return new aws.ec2.Eip(name, { domain: "vpc", tags: { Name: name } }, { parent });
}
