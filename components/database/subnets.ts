import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { NetworkRef } from "../network-ref";

/** A subnet group must span two zones, whether the database does or not. A list that is not known yet is left to AWS. */
export function subnetsOf(
  check: ArgumentCheck,
  network: NetworkRef,
  tier: "isolated" | "private",
): pulumi.Input<pulumi.Input<string>[]> {
  const isTier = tier === "isolated" || tier === "private";
  check(isTier, "subnets", 'must be "isolated" or "private"', tier);
  const ids = network[`${tier}SubnetIds`] ?? [];
  const zones = Array.isArray(ids) ? ids.length : undefined;
  const spans = zones === undefined || zones >= 2;
  check(spans, `network.${tier}SubnetIds`, "must hold subnets of at least two zones", zones);
  return ids;
}
