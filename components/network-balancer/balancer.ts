import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { LoadBalancerSurroundings } from "../load-balancer";

/** A Network Load Balancer, apart from its listeners. */
export interface NetworkAttributes {
  /** Who can reach it: the internet, or only what has a way into the network. */
  readonly exposure: "internet" | "internal";
  /**
   * The addresses that clients use. `"dualstack"` adds IPv6 and needs subnets that have it; UDP then goes on over IPv6
   * alone, to targets by IPv6 address, from an IPv6 prefix that AWS takes of each subnet.
   *
   * @default "ipv4"
   */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /** Whether each zone sends to the targets of all zones; AWS bills what crosses. @default true: all are loaded alike */
  readonly crossZone?: boolean;
  /** Whether the DNS name gives a client of the VPC the address in the client's own zone. @default "anyAvailabilityZone" */
  readonly clientRoutingPolicy?: keyof typeof clientRoutingPolicies;
  /** Whether a zone can be taken out by hand or by AWS while it fails. @default true; nothing shifts by itself */
  readonly zonalShift?: boolean;
  /**
   * Capacity units kept ready, 1 or more, each 2.2 Mbit/s; not with TLS listeners. AWS bills them by the hour.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/request-capacity-unit-reservation.html
   *
   * @default none: capacity follows the traffic
   */
  readonly minimumCapacityUnits?: number;
  /** Whether it cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/zonal-dns-affinity.html */
const clientRoutingPolicies = {
  anyAvailabilityZone: "any_availability_zone",
  partialAvailabilityZoneAffinity: "partial_availability_zone_affinity",
  availabilityZoneAffinity: "availability_zone_affinity",
} as const;

/** @throws when capacity is reserved that AWS does not reserve. */
export function checkCapacity(check: ArgumentCheck, units: number | undefined, hasTls: boolean): void {
  if (units === undefined) return;
  const isCount = Number.isInteger(units) && units >= 1;
  check(isCount, "minimumCapacityUnits", "must be a whole number of capacity units, 1 or more", units);
  const requirement = "must be left out beside TLS listeners, for which AWS reserves no capacity";
  check(!hasTls, "minimumCapacityUnits", requirement, units);
}

/** Where a Network Load Balancer stands, and where its access logs go. */
export interface NetworkSurroundings extends Omit<LoadBalancerSurroundings, "subnetIds" | "securityGroupId"> {
  /** A Network Load Balancer that was made without a group can never have one; undefined only where AWS allows none. */
  readonly securityGroupId: pulumi.Input<string> | undefined;
  /** Its subnets, or its subnets with an address in each. */
  readonly place:
    | { readonly subnets: pulumi.Input<pulumi.Input<string>[]> }
    | { readonly subnetMappings: aws.types.input.lb.LoadBalancerSubnetMapping[] };
  /** Whether UDP goes on over IPv6. @default false */
  readonly translatesUdp?: boolean;
}

export function networkBalancer(
  name: string,
  attributes: NetworkAttributes,
  { place, securityGroupId, logBucket, translatesUdp = false }: NetworkSurroundings,
  opts: pulumi.CustomResourceOptions,
): aws.lb.LoadBalancer {
  const { exposure, ipAddressType, clientRoutingPolicy, zonalShift, minimumCapacityUnits } = attributes;
  return new aws.lb.LoadBalancer(
    `${name}-lb`,
    {
      loadBalancerType: "network",
      internal: exposure === "internal",
      ipAddressType,
      ...place,
      securityGroups: securityGroupId === undefined ? undefined : [securityGroupId],
      // AWS logs what comes over TLS, and nothing else.
      accessLogs: { enabled: true, bucket: logBucket },
      // Otherwise a zone with fewer targets gives each of them more.
      enableCrossZoneLoadBalancing: attributes.crossZone ?? true,
      dnsRecordClientRoutingPolicy: clientRoutingPolicy && clientRoutingPolicies[clientRoutingPolicy],
      enableZonalShift: zonalShift,
      minimumLoadBalancerCapacity:
        minimumCapacityUnits === undefined ? undefined : { capacityUnits: minimumCapacityUnits },
      enablePrefixForIpv6SourceNat: translatesUdp ? "on" : undefined,
      enableDeletionProtection: attributes.deletionProtection,
      tags: { Name: `${name}-lb` },
    },
    opts,
  );
}
