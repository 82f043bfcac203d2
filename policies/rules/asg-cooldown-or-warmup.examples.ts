import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 8, ...props },
});
const policy = (props: object) => ({
  type: "aws:autoscaling/policy:Policy",
  props: { autoscalingGroupName: ref("web", "name"), ...props },
});
const simple = (props: object = {}) => policy({ scalingAdjustment: 2, ...props });
const tracking = (props: object = {}) => policy({ policyType: "TargetTrackingScaling", ...props });

export const examples: Examples = {
  denied: [
    {
      title: "a group whose policy states no wait, nor does it itself",
      resources: { web: group(), busy: simple() },
      says: { web: 'it has no default warmup, and policy "busy" states none; set defaultInstanceWarmup' },
    },
    {
      title: "a group with a default cooldown of 0, or without the default warmup again",
      resources: {
        web: group({ defaultCooldown: 0, defaultInstanceWarmup: -1 }),
        busy: tracking(),
        idle: policy({ policyType: "StepScaling" }),
        steady: tracking({ estimatedInstanceWarmup: 120 }),
      },
      says: { web: 'and policies "busy", "idle" state none' },
    },
    {
      title: "a policy that states the wait of another type",
      resources: { web: group(), busy: tracking({ cooldown: 120 }) },
      says: { web: 'policy "busy"' },
    },
  ],
  allowed: [
    {
      title: "a default warmup or cooldown of the group",
      resources: {
        ...{ web: group({ defaultInstanceWarmup: "0" }), busy: simple(), idle: tracking() },
        ...{ api: group({ defaultCooldown: 120 }), rush: simple({ autoscalingGroupName: ref("api", "name") }) },
      },
    },
    {
      title: "a wait of each policy",
      resources: { web: group(), busy: simple({ cooldown: 60 }), idle: tracking({ estimatedInstanceWarmup: "120" }) },
    },
    {
      title: "groups that no policy moves, or only a forecast or a schedule",
      resources: {
        web: group(),
        forecast: policy({ policyType: "PredictiveScaling" }),
        night: { type: "aws:autoscaling/schedule:Schedule", props: { autoscalingGroupName: ref("web", "name") } },
      },
    },
  ],
  undecided: [
    {
      title: "a wait that is not known",
      resources: {
        other: { type: "pulumi:pulumi:StackReference", props: {} },
        web: group({ defaultCooldown: ref("other", "outputs") }),
        busy: simple(),
      },
      says: { web: "defaultInstanceWarmup or defaultCooldown is not known yet" },
    },
    {
      title: "a policy whose type or wait is not known",
      resources: { web: group(), busy: simple({ policyType: UNKNOWN }), idle: simple({ cooldown: UNKNOWN }) },
      says: { busy: "whether it states a warmup", idle: "whether it states a warmup" },
    },
    {
      title: "a policy of a group that is not in the stack",
      resources: { busy: simple({ autoscalingGroupName: "elsewhere" }) },
      says: { busy: 'the cooldown of the group "elsewhere", which this stack does not define,' },
    },
  ],
};
