import { byGroup, groupType, scalers } from "../facts/auto-scaling-groups";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const asgScalingPolicy = rule({
  name: "asg-scaling-policy",
  displayName: "Auto Scaling groups scale",
  description: "An Auto Scaling group with room to grow has a scaling policy, a schedule or an ECS capacity provider.",
  why: "A maximum above the minimum does nothing by itself: unless something moves the group, it stays as it is under any load.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/scale-your-group.html",
  remediationSteps:
    "Add an autoscaling.Policy, for example target tracking of CPU at 40 %, or an autoscaling.Schedule; or set maxSize to minSize.",
  controls: {},
  types: [groupType],
  stack({ stack, on }) {
    const all = scalers(stack);
    const scalersOf = byGroup(all);
    // A scaler whose group is not known may be any group's.
    const strays = all.some(({ groups }) => groups.length === 0);
    for (const group of stack.ofType(groupType)) {
      const own = scalersOf.get(group.urn) ?? [];
      if (own.some(({ works }) => works === true)) continue;
      const { deny, undecided } = on(group);
      const min = asNumber(at(group.props, "minSize"));
      const max = asNumber(at(group.props, "maxSize"));
      if (max === UNKNOWN) undecided("maxSize");
      else if (min === UNKNOWN) undecided("minSize");
      else if (max === undefined || max <= (min ?? 0)) continue;
      else if (strays || own.length > 0) undecided("whether anything scales it");
      else
        deny(`it may grow from ${min ?? 0} to ${max} instances but nothing scales it; add an autoscaling.Policy to it`);
    }
  },
});
