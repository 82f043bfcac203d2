import { givesAddresses } from "../facts/subnet-addresses";
import { markOf, markSettings } from "../facts/subnet-marks";
import { isPublic } from "../facts/subnet-tiers";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const subnetType = "aws:ec2/subnet:Subnet";
const defaultSubnetType = "aws:ec2/defaultSubnet:DefaultSubnet";
const types = [subnetType, defaultSubnetType];

export const subnetNoAutoPublicIp = rule({
  name: "subnet-no-auto-public-ip",
  displayName: "Subnets give out no public addresses",
  description: "No subnet gives a public address to all that starts in it, unless it is marked as public.",
  why: "What starts in such a subnet can be reached from the internet as far as its security group lets it, though nobody asked for that.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15",
  remediationSteps:
    "Set mapPublicIpOnLaunch to false, and let what must be public ask for its own address. Where a subnet is there for that, tag it as public.",
  controls: { fsbp: ["EC2.15"] },
  narrower: { "EC2.15": "subnets that are marked as public" },
  settings: markSettings,
  types,
  resource({ resource, settings, deny, undecided }) {
    const gives = givesAddresses(resource);
    if (gives === false) return;
    const mark = markOf(resource, settings);
    if (mark === "public") return;
    if (gives === UNKNOWN) undecided("mapPublicIpOnLaunch");
    else if (mark === UNKNOWN) undecided("whether its tags mark it as public");
    else deny(`${said(resource)}; set it to false, or mark the subnet as public by a tag or its name`);
  },
  // An IPv6 address is public only where a route leads to an internet gateway.
  stack({ stack, settings, on }) {
    for (const subnet of stack.ofType(...types)) {
      const { props } = subnet;
      const assigns = asBoolean(at(props, "assignIpv6AddressOnCreation"));
      // A subnet without IPv4 must assign these.
      if (assigns !== true || asBoolean(at(props, "ipv6Native")) === true) continue;
      const mark = markOf(subnet, settings);
      const open = isPublic(stack, subnet, "IPv6");
      if (mark === "public" || open === false) continue;
      if (open === UNKNOWN) on(subnet).undecided("whether its IPv6 addresses are public");
      else if (mark === UNKNOWN) on(subnet).undecided("whether its tags mark it as public");
      else {
        on(subnet).deny(
          "assignIpv6AddressOnCreation is true, and an internet gateway serves it; set it to false, or mark the subnet as public by a tag or its name",
        );
      }
    }
  },
  remediate(resource, settings) {
    if (givesAddresses(resource) !== true) return [];
    const mark = markOf(resource, settings);
    return mark === "public" || mark === UNKNOWN ? [] : [{ path: ["mapPublicIpOnLaunch"], value: false }];
  },
});

function said({ props }: { props: unknown }): string {
  return asBoolean(at(props, "mapPublicIpOnLaunch")) === true
    ? "mapPublicIpOnLaunch is true"
    : "mapPublicIpOnLaunch is not set, and true in a default subnet";
}
