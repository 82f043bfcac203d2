import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 6, ...props },
});
const policy = (autoscalingGroupName: unknown, props: object = {}) => ({
  type: "aws:autoscaling/policy:Policy",
  props: { autoscalingGroupName, policyType: "TargetTrackingScaling", ...props },
});
const schedule = (autoscalingGroupName: unknown) => ({
  type: "aws:autoscaling/schedule:Schedule",
  props: { autoscalingGroupName, scheduledActionName: "evening", minSize: 10 },
});
const capacityProvider = (status: unknown) => ({
  type: "aws:ecs/capacityProvider:CapacityProvider",
  props: { autoScalingGroupProvider: { autoScalingGroupArn: ref("web", "arn"), managedScaling: { status } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a group with room that nothing scales",
      resources: { web: group() },
      says: { web: "it may grow from 2 to 6 instances but nothing scales it" },
    },
    {
      title: "a group whose neighbour alone is scaled",
      resources: { web: group(), api: group(), busy: policy(ref("api", "name")) },
      says: { web: "nothing scales it" },
    },
    {
      title: "a group whose policy is off",
      resources: { web: group(), busy: policy(ref("web", "name"), { enabled: false }) },
      says: { web: "nothing scales it" },
    },
    {
      title: "a group whose capacity provider leaves the scaling alone",
      resources: { web: group(), ecs: capacityProvider("DISABLED") },
      says: { web: "nothing scales it" },
    },
  ],
  allowed: [
    {
      title: "a group with a policy",
      resources: { web: group(), busy: policy(ref("web", "name")) },
    },
    {
      title: "a group with a schedule, by its name",
      resources: { web: group({ name: "web-fleet" }), evening: schedule("web-fleet") },
    },
    { title: "a group that ECS scales", resources: { web: group(), ecs: capacityProvider("ENABLED") } },
    { title: "a group of one size", resources: { web: group({ minSize: 3, maxSize: "3" }) } },
  ],
  undecided: [
    {
      title: "sizes that are not known",
      resources: { web: group({ maxSize: UNKNOWN }), api: group({ minSize: UNKNOWN }) },
      says: { web: "maxSize is not known yet", api: "minSize is not known yet" },
    },
    {
      title: "a policy of a group that is not known",
      resources: { web: group(), busy: policy(UNKNOWN) },
      says: { web: "whether anything scales it is not known yet" },
    },
    {
      title: "a policy or a capacity provider that may be off",
      resources: {
        web: group(),
        ecs: capacityProvider(UNKNOWN),
        api: group(),
        busy: policy(ref("api", "name"), { enabled: UNKNOWN }),
      },
      says: { web: "whether anything scales it", api: "whether anything scales it" },
    },
  ],
};
