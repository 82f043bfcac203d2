import { groupPlaces, spreadAlone, spreadInStack } from "../facts/zones";
import { rule } from "../rule";
import { integer } from "../settings";

const type = "aws:autoscaling/group:Group";

export const asgMultiAz = rule({
  name: "asg-multi-az",
  displayName: "Auto Scaling groups span zones",
  description: "An Auto Scaling group runs in subnets of at least two availability zones.",
  why: "With all instances in one zone, the outage of the zone is that of the group.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-2",
  remediationSteps: "Give vpcZoneIdentifiers a subnet in each of two or more availability zones.",
  controls: { fsbp: ["AutoScaling.2"] },
  settings: { min: integer(2, "The number of zones that a group must span.", { minimum: 1 }) },
  types: [type],
  resource({ resource, settings: { min }, deny }) {
    const alone = spreadAlone(resource, groupPlaces);
    if (!alone) deny(`it names neither subnets nor zones; give it subnets of ${min} zones`);
    else if (alone.atMost < min) deny(`${alone.says}; give it subnets of ${min} zones`);
  },
  stack({ stack, settings: { min }, on }) {
    for (const group of stack.ofType(type)) {
      const alone = spreadAlone(group, groupPlaces);
      if (!alone || alone.atMost < min || alone.atLeast >= min) continue;
      const { atLeast, atMost, says } = spreadInStack(stack, group, groupPlaces);
      if (atMost < min) on(group).deny(`${says}; give it subnets of ${min} zones`);
      else if (atLeast < min) on(group).undecided("the zones of its subnets");
    }
  },
});
