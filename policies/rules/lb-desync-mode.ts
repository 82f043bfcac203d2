import { balancerClass, classicType, loadBalancerType } from "../facts/load-balancers";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const lbDesyncMode = rule({
  name: "lb-desync-mode",
  displayName: "Ambiguous requests are stopped",
  description: "An application or classic load balancer stops requests that servers could read in different ways.",
  why: "Where a load balancer and a server disagree on where a request ends, an attacker can slip one of their own among those of others.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12",
  remediationSteps:
    'Set desyncMitigationMode to "defensive", which is what AWS does when nothing is said, or "strictest".',
  controls: { fsbp: ["ELB.12", "ELB.14"] },
  settings: { modes: texts(["defensive", "strictest"], "The modes that may be used; remediation sets the first.") },
  types: [loadBalancerType, classicType],
  resource({ resource, settings: { modes }, deny, undecided }) {
    const kind = balancerClass(resource);
    const mode = asText(at(resource.props, "desyncMitigationMode")) ?? "defensive";
    if (kind === "network" || kind === "gateway" || (mode !== UNKNOWN && modes.includes(mode))) return;
    if (kind === UNKNOWN) undecided("loadBalancerType");
    else if (mode === UNKNOWN) undecided("desyncMitigationMode");
    else deny(`desyncMitigationMode is ${shown(mode)}; set it to ${modes.map((wanted) => shown(wanted)).join(" or ")}`);
  },
  remediate(resource, { modes: [first, ...others] }) {
    const kind = balancerClass(resource);
    const mode = asText(at(resource.props, "desyncMitigationMode")) ?? "defensive";
    if (first === undefined || mode === UNKNOWN || [first, ...others].includes(mode)) return [];
    const reads = kind === "application" || kind === "classic";
    return reads ? [{ path: ["desyncMitigationMode"], value: first }] : [];
  },
});
