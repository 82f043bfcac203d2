import { balancerClass, classicType, loadBalancerType } from "../facts/load-balancers";
import { carrierOf } from "../facts/references";
import { asList, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const types = [loadBalancerType, classicType];
const defaultKinds = [
  { types: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"], keys: ["id"] },
  { types: ["aws:ec2/vpc:Vpc"], keys: ["defaultSecurityGroupId"] },
];

export const lbSecurityGroups = rule({
  name: "lb-security-groups",
  displayName: "Load balancers name security groups",
  description: "Every load balancer but a gateway names security groups of its own, not the default group of its VPC.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
  remediationSteps:
    "Set securityGroups. A Network Load Balancer takes them only when it is made, so a new one replaces an old one.",
  controls: {},
  types,
  resource({ resource, deny, undecided }) {
    const kind = balancerClass(resource);
    const groups = asList(at(resource.props, "securityGroups"));
    if (kind === "gateway" || groups === UNKNOWN || groups.length > 0) return;
    // Outside a VPC, where it names zones instead of subnets, a Classic Load Balancer has no groups.
    if (kind === "classic" && at(resource.props, "subnets") === undefined) return;
    if (kind === UNKNOWN) return undecided("loadBalancerType");
    const instead = kind === "network" ? "clients reach its targets unfiltered" : "the default group of its VPC counts";
    deny(`securityGroups is not set, so ${instead}; name security groups`);
  },
  stack({ stack, on }) {
    for (const balancer of stack.ofType(...types)) {
      const stated = asList(at(balancer.props, "securityGroups"));
      const ids = new Set(stated === UNKNOWN ? [UNKNOWN] : stated);
      const carriers = [...ids].flatMap((id) => defaultKinds.flatMap((kind) => carrierOf(stack, id, kind) ?? []));
      const references = balancer.references("securityGroups");
      const isDefault = ({ type }: StackResource) => defaultKinds.some(({ types }) => types.includes(type));
      const referred = ids.has(UNKNOWN) ? references.filter(isDefault) : [];
      const [first] = [...carriers, ...referred];
      if (!first) continue;
      // What comes from a whole component refers to everything in it.
      const isVague = carriers.length === 0 && !references.every(({ type }) => type.startsWith("aws:"));
      if (isVague) on(balancer).undecided("whether securityGroups names the default group of a VPC");
      else on(balancer).deny(`securityGroups names the default group of a VPC ("${first.name}"); name one of its own`);
    }
  },
});
