import { type Kind, named } from "../facts/references";
import { asBoolean, asNumber, asText, at, UNKNOWN, type Unknown } from "../facts/value";
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
    const doubtful = new Set<StackResource>();
    for (const { scaler, property, value, works } of scalers(stack)) {
      const groups = named(stack, scaler, property, value, groupKind);
      for (const group of groups) (works === true ? scaled : doubtful).add(group);
      // A scaler whose group is not known may be any group's.
      if (groups.length === 0 && value === UNKNOWN) for (const group of stack.ofType(groupType)) doubtful.add(group);
    }
    for (const group of stack.ofType(groupType)) {
      if (scaled.has(group)) continue;
      const { deny, undecided } = on(group);
      const min = asNumber(at(group.props, "minSize"));
      const max = asNumber(at(group.props, "maxSize"));
      if (max === UNKNOWN) undecided("maxSize");
      else if (min === UNKNOWN) undecided("minSize");
      else if (max === undefined || max <= (min ?? 0)) continue;
      else if (doubtful.has(group)) undecided("whether anything scales it");
      else
        deny(`it may grow from ${min ?? 0} to ${max} instances but nothing scales it; add an autoscaling.Policy to it`);
    }
  },
});

interface Scaler {
  readonly scaler: StackResource;
  /** The property that names the group, and what it says. */
  readonly property: string;
  readonly value: unknown;
  readonly works: boolean | Unknown;
}

/** What scales groups, save what is turned off. */
function scalers(stack: Stack): Scaler[] {
  const byName = stack.ofType(policyType, scheduleType).map(
    (scaler): Scaler => ({
      scaler,
      property: "autoscalingGroupName",
      value: at(scaler.props, "autoscalingGroupName"),
      works: asBoolean(at(scaler.props, "enabled")) ?? true,
    }),
  );
  const byEcs = stack.ofType(capacityProviderType).map((scaler): Scaler => {
    const provider = at(scaler.props, "autoScalingGroupProvider");
    const status = asText(at(provider, "managedScaling", "status"));
    return {
      scaler,
      property: "autoScalingGroupProvider",
      value: at(provider, "autoScalingGroupArn"),
      // ECS makes the scaling policy itself when it manages the scaling.
      works: status === UNKNOWN ? UNKNOWN : status === "ENABLED",
    };
  });
  return [...byName, ...byEcs].filter(({ works }) => works !== false);
}
