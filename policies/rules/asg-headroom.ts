import { groupType } from "../facts/auto-scaling-groups";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const asgHeadroom = rule({
  name: "asg-headroom",
  displayName: "Auto Scaling groups have room to grow",
  description: "The maximum of an Auto Scaling group lies above its minimum, and its desired capacity between the two.",
  why: "A group that is always at its maximum can neither grow nor start a new instance before it stops an old one.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
  remediationSteps:
    "Set maxSize above minSize, so that the group can grow with its load and start an instance before it stops another.",
  controls: {},
  types: [groupType],
  resource({ resource: { props }, deny, undecided }) {
    const [min, max, desired] = ["minSize", "maxSize", "desiredCapacity"].map((property) => {
      const size = asNumber(at(props, property));
      if (size === UNKNOWN) undecided(property);
      return size === UNKNOWN ? undefined : size;
    });
    if (min !== undefined && max !== undefined && max <= min) {
      deny(`maxSize is ${max} and minSize ${min}, which leaves no room to grow; set maxSize above minSize`);
    }
    if (desired === undefined) return;
    if (min !== undefined && desired < min)
      deny(`desiredCapacity is ${desired}, below the minSize of ${min}; raise it`);
    if (max !== undefined && desired > max)
      deny(`desiredCapacity is ${desired}, above the maxSize of ${max}; lower it`);
  },
});
