import { loadBalancerType } from "../facts/load-balancers";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const property = "enableWafFailOpen";

export const lbWafFailOpenOff = rule({
  name: "lb-waf-fail-open-off",
  displayName: "Nothing passes while the firewall cannot answer",
  description: "An Application Load Balancer refuses requests that AWS WAF could not inspect.",
  why: "With fail open, requests get past the firewall uninspected whenever AWS WAF does not answer.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-waf.html",
  remediationSteps: "Remove enableWafFailOpen or set it to false, which is what AWS does when nothing is said.",
  controls: {},
  types: [loadBalancerType],
  resource({ resource, deny, undecided }) {
    const isOpen = asBoolean(at(resource.props, property));
    if (isOpen === UNKNOWN) undecided(property);
    else if (isOpen) deny(`${property} is true; set it to false`);
  },
  remediate({ props }) {
    return asBoolean(at(props, property)) === true ? [{ path: [property], value: false }] : [];
  },
});
