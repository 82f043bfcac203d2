import { classicType } from "../facts/load-balancers";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const property = "connectionDraining";

export const clbConnectionDraining = rule({
  name: "clb-connection-draining",
  displayName: "Classic load balancers let requests finish",
  description: "A classic load balancer lets the requests of an instance finish before it takes the instance out.",
  why: "Otherwise each deployment, and each instance that scaling takes away, cuts off the requests that are under way.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-7",
  remediationSteps:
    "Set connectionDraining to true; connectionDrainingTimeout says for how long, 300 seconds otherwise.",
  controls: { fsbp: ["ELB.7"] },
  types: [classicType],
  resource({ resource, deny, undecided }) {
    const drains = asBoolean(at(resource.props, property));
    if (drains === UNKNOWN) undecided(property);
    else if (!drains) deny(`${property} is ${shown(drains)}; set it to true`);
  },
  remediate({ props }) {
    const drains = asBoolean(at(props, property));
    return drains === true || drains === UNKNOWN ? [] : [{ path: [property], value: true }];
  },
});
