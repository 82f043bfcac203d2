import { loadBalancerType } from "../facts/load-balancers";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const property = "enableDeletionProtection";

export const lbDeletionProtection = rule({
  name: "lb-deletion-protection",
  displayName: "Load balancers are not deleted by accident",
  description: "An application, network or gateway load balancer refuses to be deleted until its protection is lifted.",
  why: "A load balancer that is deleted takes its name in DNS with it: all behind it is offline, and a new one has another name.",
  severity: "medium",
  level: { dev: "disabled", prod: "mandatory" },
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6",
  remediationSteps: "Set enableDeletionProtection to true; to delete the load balancer one day, set it to false first.",
  controls: { fsbp: ["ELB.6"] },
  types: [loadBalancerType],
  resource({ resource, deny, undecided }) {
    const isProtected = asBoolean(at(resource.props, property));
    if (isProtected === UNKNOWN) undecided(property);
    else if (!isProtected) deny(`${property} is ${shown(isProtected)}; set it to true`);
  },
  remediate({ props }) {
    const isProtected = asBoolean(at(props, property));
    return isProtected === true || isProtected === UNKNOWN ? [] : [{ path: [property], value: true }];
  },
});
