import { targetGroupType } from "../facts/load-balancers";
import { asNumber, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

/** What AWS takes, and what it does when nothing is said: 300 seconds. */
const bounds = { minimum: 0, maximum: 3600 };
const awsDefault = 300;

export const targetGroupDeregistrationDelay = rule({
  name: "target-group-deregistration-delay",
  displayName: "Requests may finish, and deployments need not wait",
  description:
    "A target group gives requests time to finish before it lets a target go, but not so much that deployments wait for nothing.",
  why: "Too short a delay cuts off requests that are under way; too long a one lets a single slow connection hold up each deployment.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay",
  remediationSteps: "Set deregistrationDelay to a little more than the longest request, in seconds.",
  controls: {},
  settings: {
    min: integer(1, "The fewest seconds; with 0 a target goes at once.", bounds),
    max: integer(900, "The most seconds.", bounds),
  },
  types: [targetGroupType],
  resource({ resource: { props }, settings: { min, max }, deny, undecided }) {
    // A function is not drained.
    if (asText(at(props, "targetType")) === "lambda") return;
    const seconds = asNumber(at(props, "deregistrationDelay")) ?? awsDefault;
    if (seconds === UNKNOWN) undecided("deregistrationDelay");
    else if (seconds < min) deny(`deregistrationDelay is ${seconds} seconds; set it to ${min} or more`);
    else if (seconds > max) deny(`deregistrationDelay is ${seconds} seconds; set it to ${max} or less`);
  },
});
