import { asBoolean, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const lbDropInvalidHeaders = rule({
  name: "lb-drop-invalid-headers",
  displayName: "Invalid headers are dropped",
  description: "An Application Load Balancer drops HTTP headers whose names are not valid.",
  why: "Servers read malformed header names in different ways, which is used to smuggle requests past what checks them.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4",
  remediationSteps: "Set dropInvalidHeaderFields to true; AWS leaves it off.",
  controls: { fsbp: ["ELB.4"] },
  types: ["aws:lb/loadBalancer:LoadBalancer"],
  resource({ resource: { props }, deny, undecided }) {
    const application = isApplication(props);
    const drops = asBoolean(at(props, "dropInvalidHeaderFields"));
    if (application === false || drops === true) return;
    if (application === UNKNOWN) return undecided("loadBalancerType");
    if (drops === UNKNOWN) return undecided("dropInvalidHeaderFields");
    deny(`dropInvalidHeaderFields is ${shown(drops)}; set it to true`);
  },
  remediate({ props }) {
    const drops = asBoolean(at(props, "dropInvalidHeaderFields"));
    if (isApplication(props) !== true || drops === true || drops === UNKNOWN) return [];
    return [{ path: ["dropInvalidHeaderFields"], value: true }];
  },
});

/** A load balancer is of this type unless it says otherwise. */
function isApplication(props: unknown): boolean | Unknown {
  const type = asText(at(props, "loadBalancerType")) ?? "application";
  return type === UNKNOWN ? UNKNOWN : type === "application";
}
