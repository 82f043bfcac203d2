import { balancerClass, classicType, loadBalancerType } from "../facts/load-balancers";
import { asBoolean, at, type Fact, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const lbCrossZone = rule({
  name: "lb-cross-zone",
  displayName: "Traffic reaches the targets of every zone",
  description:
    "A network, gateway or classic load balancer spreads requests over the targets of all zones, as one for applications always does.",
  why: "Otherwise the targets of each zone serve that zone's share of the clients alone: where they are few they are overloaded while others idle.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-9",
  remediationSteps:
    "Set enableCrossZoneLoadBalancing to true (of a classic load balancer crossZoneLoadBalancing); AWS charges for what then crosses zones.",
  controls: { fsbp: ["ELB.9"] },
  types: [loadBalancerType, classicType],
  resource({ resource, deny, undecided }) {
    const spread = spreadOf(resource);
    if (spread === UNKNOWN) return undecided("loadBalancerType");
    const { property, value } = spread;
    if (value === UNKNOWN) undecided(property);
    else if (value !== true) deny(`${property} is ${shown(value)}; set it to true`);
  },
  remediate(resource) {
    const spread = spreadOf(resource);
    if (spread === UNKNOWN || spread.value === true || spread.value === UNKNOWN) return [];
    return [{ path: [spread.property], value: true }];
  },
});

/** What a load balancer says of it. A classic one spreads unless it says otherwise: so is the provider's default. */
function spreadOf(resource: Resource): { property: string; value: Fact<boolean> } | Unknown {
  const kind = balancerClass(resource);
  if (kind === UNKNOWN) return UNKNOWN;
  const property = kind === "classic" ? "crossZoneLoadBalancing" : "enableCrossZoneLoadBalancing";
  const value = kind === "application" ? true : asBoolean(at(resource.props, property));
  return { property, value: kind === "classic" ? (value ?? true) : value };
}
