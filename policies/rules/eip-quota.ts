import { asText, at, few, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { integer } from "../settings";

export const eipQuota = rule({
  name: "eip-quota",
  displayName: "Elastic IPs stay within the quota",
  description: "A stack asks for no more Elastic IP addresses in a region than an account may have there.",
  why: "A deployment that asks for one address too many fails in its midst, with half of the stack made.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html",
  remediationSteps:
    "Have the quota L-0263D0A3 (EC2-VPC Elastic IPs) raised and set max to it, or ask for fewer: one NAT gateway for all zones, an alias record instead of addresses.",
  controls: {},
  settings: {
    max: integer(5, "The Elastic IP addresses that the account may have in each region.", { minimum: 0 }),
  },
  types: [],
  stack({ stack, settings: { max }, onStack }) {
    const { known, unknown } = addressesOf(stack);
    for (const { region, names } of known.values()) {
      const there = region === undefined ? "its region" : region;
      if (names.length > max) {
        onStack.deny(
          `it asks for ${names.length} Elastic IP addresses in ${there} (${few(names)}), and an account has ${max} there until the quota L-0263D0A3 is raised; ask for it, or for fewer addresses`,
        );
      } else if (names.length + unknown > max) {
        onStack.undecided(`the region of ${unknown} Elastic IP addresses`);
      }
    }
    if (known.size === 0 && unknown > max) onStack.undecided(`the region of ${unknown} Elastic IP addresses`);
  },
});

interface Addresses {
  readonly region: string | undefined;
  readonly names: string[];
}

/** The addresses by region and account, and how many are in a region that is not known yet. */
function addressesOf(stack: Stack) {
  const known = new Map<string, Addresses>();
  let unknown = 0;
  for (const address of stack.ofType("aws:ec2/eip:Eip")) {
    if (isOfOwnRange(address)) continue;
    const own = asText(at(address.props, "region"));
    const region = own === undefined || own === "" ? asText(at(address.provider?.props, "region")) : own;
    if (region === UNKNOWN) {
      unknown += 1;
      continue;
    }
    const { props = {} } = address.provider ?? {};
    // Another role or profile is most often another account.
    const key = JSON.stringify([region, at(props, "assumeRoles"), at(props, "profile")]);
    const found = known.get(key) ?? { region, names: [] };
    found.names.push(address.name);
    known.set(key, found);
  }
  return { known, unknown };
}

/** Addresses of ranges that were brought to AWS are not of Amazon's pool, and not counted. */
function isOfOwnRange({ props }: StackResource): boolean {
  const pool = asText(at(props, "publicIpv4Pool"));
  return typeof pool === "string" && pool !== "" && pool !== "amazon";
}
