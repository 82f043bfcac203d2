import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = { type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 8 } };
const policy = (props: object) => ({
  type: "aws:autoscaling/policy:Policy",
  props: { autoscalingGroupName: ref("web", "name"), ...props },
});
const simple = (scalingAdjustment: unknown, props: object = {}) =>
  policy({ adjustmentType: "ChangeInCapacity", scalingAdjustment, ...props });
const step = (...adjustments: unknown[]) =>
  policy({
    policyType: "StepScaling",
    adjustmentType: "ChangeInCapacity",
    stepAdjustments: adjustments.map((scalingAdjustment) => ({ scalingAdjustment })),
  });
const tracking = (props: object = {}) =>
  policy({ policyType: "TargetTrackingScaling", targetTrackingConfiguration: { targetValue: 40, ...props } });
const alarm = (action: unknown, props: object = {}) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { metricName: "CPUUtilization", threshold: 70, alarmActions: [action], ...props },
});
const alarms = { high: alarm(ref("busy", "arn")), low: alarm(ref("idle", "arn"), { threshold: 30 }) };

export const examples: Examples = {
  denied: [
    {
      title: "a simple policy that adds, alone",
      resources: { web: group, busy: simple(2), high: alarm(ref("busy", "arn")) },
      says: { busy: "it adds instances and nothing takes them away again; add a policy that scales in" },
    },
    {
      title: "a step policy that adds beside one that adds too",
      resources: { web: group, busy: step(1, 3), idle: simple("1"), ...alarms },
      says: { busy: "it adds instances", idle: "it adds instances" },
    },
    {
      title: "policies that only take away",
      resources: { web: group, idle: step(-1), low: alarm(ref("idle", "arn")) },
      says: { idle: "it takes instances away and nothing adds them again; add a policy that scales out" },
    },
    {
      title: "a partner that is off, or that only forecasts, or that does not scale in",
      resources: {
        web: group,
        busy: simple(2),
        high: alarm(ref("busy", "arn")),
        off: simple(-1, { enabled: false }),
        forecast: policy({ policyType: "PredictiveScaling" }),
        cautious: tracking({ disableScaleIn: true }),
      },
      says: { busy: "it adds instances" },
    },
    {
      title: "a partner of another group",
      resources: {
        ...{ web: group, api: group, busy: simple(2), idle: simple(-1, { autoscalingGroupName: ref("api", "name") }) },
        ...alarms,
      },
      says: { busy: "it adds instances", idle: "it takes instances away" },
    },
    {
      title: "a pair of which one has no alarm, or one that is off",
      resources: {
        ...{ web: group, busy: simple(2), idle: simple(-1) },
        high: alarm(ref("busy", "arn"), { actionsEnabled: false }),
        low: alarm("arn:aws:sns:eu-west-1:123456789012:mail"),
      },
      says: {
        busy: "no alarm calls it; name it in alarmActions of a cloudwatch.MetricAlarm",
        idle: "no alarm calls it",
      },
    },
  ],
  allowed: [
    {
      title: "a pair of policies with their alarms",
      resources: { web: group, busy: simple(2), idle: simple(-1), ...alarms },
    },
    {
      title: "step policies, of which one does both",
      resources: { web: group, busy: step(-1, 2), high: alarm(ref("busy", "arn")) },
    },
    {
      title: "one alarm that adds when it fires and takes away when it is quiet again",
      resources: {
        ...{ web: group, busy: simple(2), idle: simple(-1) },
        high: alarm(ref("busy", "arn"), { okActions: [ref("idle", "arn")] }),
      },
    },
    {
      title: "a policy that sets an exact number",
      resources: {
        web: group,
        busy: simple(5, { adjustmentType: "ExactCapacity" }),
        high: alarm(ref("busy", "arn")),
      },
    },
    {
      title: "a policy beside target tracking, or beside a schedule",
      resources: {
        ...{ web: group, busy: simple(2), track: tracking(), high: alarm(ref("busy", "arn")) },
        api: group,
        rush: simple(2, { autoscalingGroupName: ref("api", "name") }),
        loud: alarm(ref("rush", "arn")),
        night: {
          type: "aws:autoscaling/schedule:Schedule",
          props: { autoscalingGroupName: ref("api", "name"), scheduledActionName: "night", minSize: 2 },
        },
      },
    },
    { title: "target tracking, which makes its own alarms", resources: { web: group, track: tracking() } },
    {
      title: "a pair for a group of another stack, with numbers as text",
      resources: {
        busy: simple("2", { autoscalingGroupName: "elsewhere" }),
        idle: simple("-1", { autoscalingGroupName: "elsewhere" }),
        ...alarms,
      },
    },
  ],
  undecided: [
    {
      title: "a type or an adjustment that is not known",
      resources: {
        web: group,
        busy: simple(UNKNOWN),
        high: alarm(ref("busy", "arn")),
        odd: policy({ policyType: UNKNOWN, autoscalingGroupName: "elsewhere" }),
      },
      says: { busy: "whether it adds instances or takes them away", odd: "policyType is not known yet" },
    },
    {
      title: "a partner that may be off",
      resources: { web: group, busy: simple(2), idle: simple(-1, { enabled: UNKNOWN }), ...alarms },
      says: { busy: "whether another policy works the other way" },
    },
    {
      title: "a partner whose group is not known",
      resources: { web: group, busy: simple(2), idle: simple(-1, { autoscalingGroupName: UNKNOWN }), ...alarms },
      says: { busy: "whether another policy works the other way", idle: "autoscalingGroupName is not known yet" },
    },
    {
      title: "an alarm whose actions are not known",
      resources: { web: group, busy: simple(2), idle: simple(-1), other: alarm(UNKNOWN) },
      says: { busy: "whether an alarm calls it", idle: "whether an alarm calls it" },
    },
  ],
};
