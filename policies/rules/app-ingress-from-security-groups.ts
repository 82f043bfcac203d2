import { beanstalkTypes } from "../facts/beanstalk-settings";
import { blockOf, holds, isPrivate } from "../facts/blocks";
import { worldwideOf } from "../facts/cidr";
import { directTargets } from "../facts/direct-targets";
import { serviceType, taskSetType } from "../facts/ecs-services";
import { ingressOf } from "../facts/ingress";
import { instanceType, specificationTypes } from "../facts/launch-specifications";
import { worldSettings } from "../facts/public-ports";
import { named } from "../facts/references";
import { attachmentsOf } from "../facts/security-group-users";
import { type Group, groupsOf, type MemberTraffic } from "../facts/security-groups";
import { asBoolean, at, few } from "../facts/value";
import { type StackResource, title } from "../resource";
import { rule, type Stack } from "../rule";
import { flag } from "../settings";

/** What runs instances and tasks. */
const workloadTypes = [
  ...specificationTypes,
  ...[serviceType, taskSetType, "aws:ecs/capacityProvider:CapacityProvider"],
  ...beanstalkTypes,
];
const vpcKind = { types: ["aws:ec2/vpc:Vpc"], keys: ["id"] };
/** A person at a desk has no security group. */
const adminPorts = [22, 3389];

export const appIngressFromSecurityGroups = rule({
  name: "app-ingress-from-security-groups",
  displayName: "Applications let in security groups, not addresses",
  description: "The security groups of instances and tasks let in the security groups of their callers, not CIDRs.",
  why: "A CIDR admits whatever gets an address in it; a security group admits only what carries it, and still fits when addresses change.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  remediationSteps: "Name the security group of the load balancer, or of another caller, as the source of the rule.",
  controls: {},
  settings: { allowVpcCidr: flag(false, "Allow CIDRs that lie within the VPC of the security group.") },
  types: [],
  stack({ stack, settings: { allowVpcCidr }, on }) {
    const direct = directTargets(stack);
    // What is open to the world has rules of its own.
    const world = worldwideOf({ ...limits });
    const isNarrow = (cidr: string) => blockOf(cidr) !== undefined && world([cidr]).length === 0;
    const takesCallers = (user: StackResource) =>
      workloadTypes.includes(user.type) && !direct.has(user) && !forwards(user);
    for (const group of groupsOf(stack, ingressOf)) {
      const users = attachmentsOf(stack, group).filter(({ user }) => takesCallers(user));
      const sure = users.find(({ isSure }) => isSure)?.user;
      for (const { resource, rules } of users.length > 0 ? group.members : []) {
        const found = rules.filter(isForCallers).map((rule) => {
          const cidrs = rule.cidrs.filter((cidr) => isNarrow(cidr) && !(allowVpcCidr && isOfVpc(stack, group, cidr)));
          const unknown = [...rule.unknownSources, ...(allowVpcCidr ? [] : rule.networkSources)];
          return { place: rule.place, cidrs, unknown };
        });
        const open = found.filter(({ cidrs }) => cidrs.length > 0);
        const [unknown] = found.flatMap((rule) => rule.unknown);
        if (open.length === 0 && unknown === undefined) continue;
        if (!sure) on(resource).undecided("which resources take its group");
        else if (open.length === 0) on(resource).undecided(unknown ?? "a source");
        else {
          const places = few(open.map(({ place }) => place));
          const cidrs = few([...new Set(open.flatMap((rule) => rule.cidrs))]);
          on(resource).deny(
            `${places} ${open.length > 1 ? "let" : "lets"} ${cidrs} reach ${title(sure)}; let in the group of its callers`,
          );
        }
      }
    }
  },
});

/** A router takes what others send through it, from whatever address. */
function forwards({ type, props }: StackResource): boolean {
  return type === instanceType && asBoolean(at(props, "sourceDestCheck")) === false;
}

function isForCallers({ protocol, from, to }: MemberTraffic): boolean {
  if (typeof protocol === "string" && !["tcp", "udp", "all"].includes(protocol)) return false;
  return protocol === "all" || from !== to || !adminPorts.some((port) => port === from);
}

const limits = {
  maxPublicPrefix: worldSettings.maxPublicPrefix.default,
  maxPublicPrefixV6: worldSettings.maxPublicPrefixV6.default,
  allowedCidrs: [],
};

function isOfVpc(stack: Stack, { itself }: Group, cidr: string): boolean {
  const block = blockOf(cidr);
  if (!block) return false;
  const [vpc] = itself ? named(stack, itself, "vpcId", at(itself.props, "vpcId"), vpcKind) : [];
  if (!vpc) return isPrivate(block);
  const own = [at(vpc.props, "cidrBlock"), at(vpc.props, "ipv6CidrBlock")];
  return own.some((text) => {
    const outer = typeof text === "string" ? blockOf(text) : undefined;
    return outer !== undefined && holds(outer, block);
  });
}
