import { groupType } from "../facts/auto-scaling-groups";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

export const asgMaxSize = rule({
  name: "asg-max-size",
  displayName: "Auto Scaling groups grow to a ceiling",
  description:
    "The maximum of an Auto Scaling group stays under a ceiling, so that a fault or an attack costs a known sum.",
  why: "Scaling follows whatever drives it, be it a loop, an attack or a wrong metric, up to its maximum.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
  remediationSteps: "Lower maxSize, or raise the setting max once somebody has agreed to pay for as many instances.",
  controls: {},
  settings: { max: integer(20, "The most instances that a group may grow to.", { minimum: 1 }) },
  types: [groupType],
  resource({ resource: { props }, settings: { max }, deny, undecided }) {
    const size = asNumber(at(props, "maxSize"));
    if (size === UNKNOWN) undecided("maxSize");
    else if (size !== undefined && size > max) deny(`maxSize is ${size}; set it to ${max} or less`);
  },
});
