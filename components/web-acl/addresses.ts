import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type IpRange, readIpRange } from "../ip-range";
import type { AclRule } from "./rule";

/** The ranges of an argument, checked. Limits: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
export function readAddresses(check: ArgumentCheck, argument: string, written: readonly string[]): IpRange[] {
  check(written.length <= 10_000, argument, "must be at most 10000 ranges", written.length);
  const ranges = written.map((range) => readIpRange(range, argument, check));
  const everyone = ranges.find(({ prefix }) => prefix === 0);
  check(everyone === undefined, argument, "must not be everyone: AWS takes no range of prefix 0", everyone?.cidr);
  const repeated = ranges.find(({ cidr }, index) => ranges.findIndex((other) => other.cidr === cidr) < index);
  check(repeated === undefined, argument, "must not repeat a range", repeated?.cidr);
  return ranges;
}

/** The rule for requests from some addresses, with the sets that hold them: one of IPv4, one of IPv6. */
export function addressRule(
  name: string,
  action: "allow" | "block",
  ranges: readonly IpRange[],
  place: { readonly scope: string; readonly region: string | undefined },
  parent: pulumi.Resource,
): AclRule {
  const sets = familiesOf(ranges).map((family) => {
    const addresses = ranges.filter((range) => range.family === family).map(({ cidr }) => cidr);
    const setName = `${name}-${action}-${family}`;
    return new aws.wafv2.IpSet(
      setName,
      { ...place, ipAddressVersion: family.toUpperCase(), addresses, tags: { Name: setName } },
      { parent },
    );
  });
  const [first, second] = sets.map(({ arn }) => ({ ipSetReferenceStatement: { arn } }));
  return {
    name: `${action}-addresses`,
    action,
    statement: first && second ? { orStatement: { statements: [first, second] } } : { ...first },
    capacity: addressCapacity(ranges),
  };
}

/** One unit for each set: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-ipset-match.html */
export function addressCapacity(ranges: readonly IpRange[]): number {
  return familiesOf(ranges).length;
}

function familiesOf(ranges: readonly IpRange[]): IpRange["family"][] {
  return (["ipv4", "ipv6"] as const).filter((family) => ranges.some((range) => range.family === family));
}
