import { groupType, scalers, scalingPolicyType } from "../facts/auto-scaling-groups";
import { scalingPolicyTypeOf } from "../facts/scaling-policies";
import { stated } from "../facts/stated";
import { asNumber, at, few, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

export const asgCooldownOrWarmup = rule({
  name: "asg-cooldown-or-warmup",
  displayName: "Scaling waits for new instances",
  description:
    "An Auto Scaling group that is scaled by policies states a default warmup or cooldown, or each policy states its own.",
  why: "A new instance's metrics mislead the scaling until it serves, and the 300 seconds that AWS waits by default fit only some applications.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html",
  remediationSteps:
    "Set defaultInstanceWarmup of the group to the seconds that a new instance needs before its metrics count; AWS recommends it over defaultCooldown and over a value for each policy.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const groups = new Map(stack.ofType(groupType).map((group) => [group.urn, group]));
    const hasty = new Map<StackResource, string[]>();
    for (const { scaler, groups: keys } of scalers(stack)) {
      const waits = statesOwn(scaler);
      if (waits === true) continue;
      for (const key of keys) {
        const group = groups.get(key);
        if (!group) on(scaler).undecided(`the cooldown of the group ${shown(key)}, which this stack does not define,`);
        else if (waits === UNKNOWN && statesDefault(group) !== true) on(scaler).undecided("whether it states a warmup");
        else if (waits === false) {
          const names = hasty.get(group) ?? [];
          names.push(`"${scaler.name}"`);
          hasty.set(group, names);
        }
      }
    }
    for (const [group, names] of hasty) {
      const states = statesDefault(group);
      if (states === true) continue;
      if (states === UNKNOWN) on(group).undecided("defaultInstanceWarmup or defaultCooldown");
      else {
        const policies = names.length === 1 ? `policy ${names[0]} states` : `policies ${few(names)} state`;
        on(group).deny(`it has no default warmup, and ${policies} none; set defaultInstanceWarmup`);
      }
    }
  },
});

/** Which wait counts depends on the type; a forecast, a schedule and ECS have none, or their own. */
function statesOwn(scaler: StackResource): boolean | Unknown {
  if (scaler.type !== scalingPolicyType) return true;
  const type = scalingPolicyTypeOf(scaler);
  if (type === UNKNOWN) return UNKNOWN;
  if (type === "PredictiveScaling") return true;
  return isStated(at(scaler.props, type === "SimpleScaling" ? "cooldown" : "estimatedInstanceWarmup"), 0);
}

/** A warmup of 0 is one (-1 takes it away); a cooldown of 0 is none. */
function statesDefault(group: StackResource): boolean | Unknown {
  const { props } = stated(group);
  const warmup = isStated(at(props, "defaultInstanceWarmup"), 0);
  const cooldown = isStated(at(props, "defaultCooldown"), 1);
  if (warmup === true || cooldown === true) return true;
  return warmup === UNKNOWN || cooldown === UNKNOWN ? UNKNOWN : false;
}

function isStated(value: unknown, minimum: number): boolean | Unknown {
  const seconds = asNumber(value);
  if (seconds === UNKNOWN) return UNKNOWN;
  return seconds !== undefined && seconds >= minimum;
}
