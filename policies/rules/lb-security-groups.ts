import { balancerClass, balancerOf, classicType, listenerType, loadBalancerType } from "../facts/load-balancers";
import { carrierOf } from "../facts/references";
import { stated } from "../facts/stated";
import { asList, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const types = [loadBalancerType, classicType];
const defaultKinds = [
  { types: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"], keys: ["id"] },
  { types: ["aws:ec2/vpc:Vpc"], keys: ["defaultSecurityGroupId"] },
];

export const lbSecurityGroups = rule({
  name: "lb-security-groups",
  displayName: "Load balancers name security groups",
  description: "Every load balancer but a gateway names security groups of its own, not the default group of its VPC.",
  why: "The default group is shared by all that name none, so that a rule for one of them opens all; a network load balancer without groups filters nothing.",
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
    // Its listeners tell whether it may have any.
    if (kind === "network") return;
    deny("securityGroups is not set, so the default group of its VPC counts; name security groups");
  },
  stack({ stack, on }) {
    const quic = quicBalancers(stack);
    for (const balancer of stack.ofType(...types)) {
      const written = asList(at(stated(balancer).props, "securityGroups"));
      if (balancerClass(balancer) === "network" && written !== UNKNOWN && written.length === 0) {
        const listens = quic.get(balancer);
        if (listens === UNKNOWN) on(balancer).undecided("the protocol of its listeners");
        else if (!listens) {
          on(balancer).deny("securityGroups is not set, so clients reach its targets unfiltered; name security groups");
        }
      }
      const named = asList(at(balancer.props, "securityGroups"));
      const ids = new Set(named === UNKNOWN ? [UNKNOWN] : named);
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

/**
 * Network Load Balancers with a QUIC listener, which AWS takes only where there are no security groups, and those that
 * may have one.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html
 */
function quicBalancers(stack: Stack): ReadonlyMap<StackResource, true | Unknown> {
  const found = new Map<StackResource, true | Unknown>();
  for (const listener of stack.ofType(listenerType)) {
    const protocol = asText(at(listener.props, "protocol"));
    const isQuic = protocol === UNKNOWN ? UNKNOWN : protocol === "QUIC" || protocol === "TCP_QUIC";
    const balancer = isQuic && balancerOf(stack, listener);
    if (balancer && (isQuic === true || !found.has(balancer))) found.set(balancer, isQuic);
  }
  return found;
}
