import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { PriceClass } from "./distribution";

/**
 * Addresses that stay the same, of a list that the account has (`aws.cloudfront.AnycastIpList`): for those who let
 * their people out to known addresses alone. A list costs 3000 USD a month, whatever uses it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html
 */
export interface AnycastAddresses {
  /** The id of the list. */
  readonly ipListId: pulumi.Input<string>;
  /** What the list holds. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
}

/** Every edge announces the addresses, so a site has them at every edge. */
export function checkAnycast(
  check: ArgumentCheck,
  anycast: AnycastAddresses | undefined,
  priceClass: PriceClass,
): void {
  const isEverywhere = anycast === undefined || priceClass === "PriceClass_All";
  check(isEverywhere, "priceClass", 'must be "PriceClass_All" where there is anycast', priceClass);
}

/** Whether a site has IPv6 addresses. */
export function hasIpv6(anycast: AnycastAddresses | undefined): boolean {
  return anycast === undefined || anycast.ipAddressType === "dualstack";
}
