import { byGroup, type Scaler, scalers, scalingPolicyType } from "../facts/auto-scaling-groups";
import { type Kind, named } from "../facts/references";
import { type Direction, directionOf, waitsForAlarm } from "../facts/scaling-policies";
import { asBoolean, asList, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack, type Verdicts } from "../rule";

const policyKind: Kind = { types: [scalingPolicyType], keys: ["arn"] };

export const asgScalingSymmetric = rule({
  name: "asg-scaling-symmetric",
  displayName: "What scales out scales in again",
  description:
    "A simple or step scaling policy that adds instances has a partner that takes them away, and each is the action of an alarm.",
  why: "A group that only grows stays large, and is paid for, when the load is gone; a policy that no alarm calls never acts.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html",
  remediationSteps:
    "Give the group a pair of policies, for example add 2 above 70 % of CPU and remove 1 below 30 %, each with a cloudwatch.MetricAlarm whose alarmActions name it; or use target tracking, which does both.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const all = scalers(stack);
    const directions = new Map([...byGroup(all)].map(([group, own]) => [group, together(own)]));
    const strays = together(all.filter(({ groups }) => groups.length === 0));
    const { alarmed, doubt } = alarmedPolicies(stack);
    for (const { scaler, groups } of all) {
      const { deny, undecided } = on(scaler);
      const waits = waitsForAlarm(scaler);
      if (waits === UNKNOWN) undecided("policyType");
      if (waits !== true) continue;
      if (!alarmed.has(scaler)) {
        if (doubt) undecided("whether an alarm calls it");
        else deny("no alarm calls it; name it in alarmActions of a cloudwatch.MetricAlarm");
      }
      if (groups.length === 0) undecided("autoscalingGroupName");
      for (const group of groups) {
        judgePartner(directionOf(scaler), directions.get(group) ?? nowhere, strays, { deny, undecided });
      }
    }
  },
});

const nowhere: Direction = { adds: false, removes: false };

function judgePartner(own: Direction, group: Direction, strays: Direction, { deny, undecided }: Verdicts): void {
  const judge = (way: keyof Direction, back: keyof Direction, finding: string) => {
    if (own[way] === false || group[back] === true) return;
    if (own[way] === UNKNOWN) undecided("whether it adds instances or takes them away");
    else if (group[back] === UNKNOWN || strays[back] !== false) undecided("whether another policy works the other way");
    else deny(finding);
  };
  judge("adds", "removes", "it adds instances and nothing takes them away again; add a policy that scales in");
  judge("removes", "adds", "it takes instances away and nothing adds them again; add a policy that scales out");
}

/** Which way several scalers move their group. */
function together(list: readonly Scaler[]): Direction {
  const some = (way: keyof Direction): boolean | Unknown => {
    const found = list.map(({ scaler, works }) => (works === true ? directionOf(scaler)[way] : mayBe(scaler, way)));
    return found.includes(true) || (found.includes(UNKNOWN) && UNKNOWN);
  };
  return { adds: some("adds"), removes: some("removes") };
}

function mayBe(scaler: StackResource, way: keyof Direction): false | Unknown {
  return directionOf(scaler)[way] !== false && UNKNOWN;
}

/** The policies that an alarm calls, and whether an alarm may call others. Composite alarms cannot scale. */
function alarmedPolicies(stack: Stack): { alarmed: ReadonlySet<StackResource>; doubt: boolean } {
  const alarmed = new Set<StackResource>();
  let doubt = false;
  for (const alarm of stack.ofType("aws:cloudwatch/metricAlarm:MetricAlarm")) {
    const enabled = asBoolean(at(alarm.props, "actionsEnabled")) ?? true;
    if (enabled === false) continue;
    for (const property of ["alarmActions", "okActions", "insufficientDataActions"]) {
      const list = asList(at(alarm.props, property));
      const actions = list === UNKNOWN ? [UNKNOWN] : list;
      const policies = actions.flatMap((action) => named(stack, alarm, property, action, policyKind));
      if (enabled === true) for (const policy of policies) alarmed.add(policy);
      if (enabled === UNKNOWN && policies.length > 0) doubt = true;
      // An action that refers to nothing may be any policy.
      if (actions.includes(UNKNOWN) && alarm.references(property).length === 0) doubt = true;
    }
  }
  return { alarmed, doubt };
}
