import { type Kind, named } from "../facts/references";
import { asBoolean, asNumber, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const groupType = "aws:autoscaling/group:Group";
const policyType = "aws:autoscaling/policy:Policy";
const scheduleType = "aws:autoscaling/schedule:Schedule";
const capacityProviderType = "aws:ecs/capacityProvider:CapacityProvider";
const groupKind: Kind = { types: [groupType], keys: ["name", "id", "arn"] };

export const asgScalingPolicy = rule({
  name: "asg-scaling-policy",
  displayName: "Auto Scaling groups scale",
  description: "An Auto Scaling group with room to grow has a scaling policy, a schedule or an ECS capacity provider.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/scale-your-group.html",
  remediationSteps:
    "Add an autoscaling.Policy, for example target tracking of CPU at 40 %, or an autoscaling.Schedule; or set maxSize to minSize.",
  controls: {},
  types: [groupType],
  stack({ stack, on }) {
    const scaled = new Set<StackResource>();
    const strays: string[] = [];
    for (const { scaler, property, value } of scalers(stack)) {
      const groups = named(stack, scaler, property, value, groupKind);
      for (const group of groups) scaled.add(group);
      if (groups.length === 0 && value === UNKNOWN) strays.push(scaler.name);
    }
    for (const group of stack.ofType(groupType)) {
      if (scaled.has(group)) continue;
      const { deny, undecided } = on(group);
      const min = asNumber(at(group.props, "minSize"));
      const max = asNumber(at(group.props, "maxSize"));
      if (max === UNKNOWN) undecided("maxSize");
      else if (min === UNKNOWN) undecided("minSize");
      else if (max === undefined || max <= (min ?? 0)) continue;
      else if (strays.length > 0) undecided(`the group that "${strays.sort().join('", "')}" scales`);
      else
        deny(`it may grow from ${min ?? 0} to ${max} instances but nothing scales it; add an autoscaling.Policy to it`);
    }
  },
});

/** What scales a group, with the property that names the group. */
function scalers(stack: Stack): { scaler: StackResource; property: string; value: unknown }[] {
  const byName = stack
    .ofType(policyType, scheduleType)
    .filter(({ props }) => asBoolean(at(props, "enabled")) !== false)
    .map((scaler) => ({
      scaler,
      property: "autoscalingGroupName",
      value: at(scaler.props, "autoscalingGroupName"),
    }));
  // ECS makes the scaling policy itself when it manages the scaling.
  const byEcs = stack
    .ofType(capacityProviderType)
    .filter(({ props }) => {
      const status = at(props, "autoScalingGroupProvider", "managedScaling", "status");
      return status === "ENABLED" || status === UNKNOWN;
    })
    .map((scaler) => ({
      scaler,
      property: "autoScalingGroupProvider",
      value: at(scaler.props, "autoScalingGroupProvider", "autoScalingGroupArn"),
    }));
  return [...byName, ...byEcs];
}
