import { byGroup, groupType, scalers, scheduleType } from "../facts/auto-scaling-groups";
import { isGiven } from "../facts/given";
import { said } from "../facts/said";
import { anyOf } from "../facts/three-valued";
import { asNumber, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import type { StatedInputs } from "../stated-inputs";

export const asgNightSchedule = rule({
  name: "asg-night-schedule",
  displayName: "Groups for trying out sleep at night",
  description:
    "Every Auto Scaling group of a dev stack has a recurring schedule that takes it to its minimum or to none.",
  why: "A stack for trying out is used for some forty hours a week, and is paid for through a hundred and sixty-eight.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html",
  remediationSteps:
    "Add an aws.autoscaling.Schedule with a recurrence and minSize, maxSize and desiredCapacity of 0, and one for the morning.",
  controls: {},
  types: [scheduleType],
  stack({ stack, environment, on, run }) {
    if (environment !== "dev") return;
    const all = scalers(stack);
    const ofGroup = byGroup(all);
    const isOpen = all.some(({ scaler, groups }) => scaler.type === scheduleType && groups.length === 0);
    for (const group of stack.ofType(groupType)) {
      const schedules = (ofGroup.get(group.urn) ?? []).filter(({ scaler }) => scaler.type === scheduleType);
      const sleeps = anyOf(schedules.map(({ scaler }) => shrinks(scaler, group, run.statedInputs)));
      if (sleeps === true) continue;
      if (sleeps === UNKNOWN || isOpen) on(group).undecided("what a schedule does");
      else on(group).deny("no recurring schedule takes it to 0 instances or its minimum; add one for the night");
    }
  },
});

/** Whether a schedule takes a group, again and again, to no more instances than it needs; -1 leaves a size as it is. */
function shrinks(schedule: StackResource, group: StackResource, statedInputs: StatedInputs): boolean | Unknown {
  if (!isGiven(said(schedule, "recurrence", statedInputs))) return false;
  const [min, max, desired] = ["minSize", "maxSize", "desiredCapacity"].map((property) =>
    asNumber(said(schedule, property, statedInputs)),
  );
  const floor = asNumber(at(group.props, "minSize"));
  if (min === 0 || max === 0 || desired === 0) return true;
  if (typeof desired === "number" && desired > 0 && typeof floor === "number") return desired <= floor;
  return [min, max, desired, floor].includes(UNKNOWN) && UNKNOWN;
}
