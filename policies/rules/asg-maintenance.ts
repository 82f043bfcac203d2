import { groupType } from "../facts/auto-scaling-groups";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** What Auto Scaling keeps healthy by itself in an instance refresh. */
const usualPercentage = 90;

export const asgMaintenance = rule({
  name: "asg-maintenance",
  displayName: "Replacing instances keeps capacity",
  description:
    "An Auto Scaling group states how much of it must stay healthy while instances are replaced, and that is nearly all.",
  why: "Without it some replacements stop an instance before its successor serves, and the rest must carry the load.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-maintenance-policy.html",
  remediationSteps:
    "Set instanceMaintenancePolicy, for example with minHealthyPercentage 100 and maxHealthyPercentage 120 to launch before terminating.",
  controls: {},
  types: [groupType],
  resource({ resource: { props }, deny, undecided }) {
    const property = "instanceMaintenancePolicy";
    const policy = at(props, property);
    if (policy === UNKNOWN) return undecided(property);
    const percentage = asNumber(at(policy, "minHealthyPercentage"));
    if (percentage === UNKNOWN) return undecided(`${property}.minHealthyPercentage`);
    // -1 takes the policy away.
    if (percentage === undefined || percentage === -1) deny(`${property} is not set; set it with minHealthyPercentage`);
    else if (percentage < usualPercentage) {
      deny(`${property}.minHealthyPercentage is ${percentage}; set it to ${usualPercentage} or more`);
    }
  },
});
