import type * as pulumi from "@pulumi/pulumi";
import type { MultivaluePolicy } from "../../components/dns-routing/multivalue";
import { NetworkBalancer } from "../../components/network-balancer";
import type { WebTier } from "../../components/web-tier";
import type { Place } from "./place";
import type { TierName } from "./routing";

/**
 * Gives a tier's load balancer addresses that stay: one Elastic IP in each zone. An account has five in a region at first.
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-eips
 *
 * @param path the page that tells the health
 */
export function addressesOf(
  name: string,
  tier: WebTier,
  { network, alarms, opts }: Place,
  path: string,
): NetworkBalancer {
  const { loadBalancerArn, edgeGroupId } = tier;
  const targets = { type: "applicationBalancer", balancer: { loadBalancerArn, edgeGroupId } } as const;
  const listener = { protocol: "tcp" } as const;
  return new NetworkBalancer(
    `${name}-ip`,
    {
      network,
      alarms: alarms.parts,
      exposure: "internet",
      addresses: { type: "elasticIps" },
      listeners: {
        https: { ...listener, port: 443, target: "https" },
        http: { ...listener, port: 80, target: "http" },
      },
      targetGroups: {
        https: { protocol: "tcp", port: 443, targets, healthCheck: { protocol: "https", path } },
        // Plain HTTP answers by sending on to HTTPS, which is healthy too.
        http: { protocol: "tcp", port: 80, targets, healthCheck: { protocol: "http", path } },
      },
    },
    // AWS takes no load balancer as target before it listens on the port.
    { ...opts, dependsOn: tier },
  );
}

/** A tier as addresses lead to it. */
export interface AddressedTier {
  readonly addresses: readonly pulumi.Output<string>[];
  /** The page that tells the health. */
  readonly path: string;
  /** Undefined without alarms. */
  readonly notify: { readonly topicArn: pulumi.Output<string> } | undefined;
}

/** All addresses of both tiers, each answered while it serves the website. */
export function addressPolicy(domainName: string, tiers: Readonly<Record<TierName, AddressedTier>>): MultivaluePolicy {
  const records = Object.entries(tiers).flatMap(([id, { addresses, path, notify }]) =>
    addresses.map((ipAddress, index) => {
      const target = { recordType: "A", values: [ipAddress] } as const;
      const healthCheck = { type: "https", ipAddress, domainName, path, notify } as const;
      return [`${id}-${index + 1}`, { target, healthCheck }];
    }),
  );
  return { type: "multivalue", records: Object.fromEntries(records) };
}
