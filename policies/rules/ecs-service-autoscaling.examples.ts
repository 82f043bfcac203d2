import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (props: object = {}) => ({ type: "aws:ecs/service:Service", props: { ...props } });
const target = (resourceId: unknown) => ({
  type: "aws:appautoscaling/target:Target",
  props: { serviceNamespace: "ecs", minCapacity: 2, maxCapacity: 8, resourceId },
});
const policy = (resourceId: unknown) => ({ type: "aws:appautoscaling/policy:Policy", props: { resourceId } });
const schedule = (resourceId: unknown) => ({
  type: "aws:appautoscaling/scheduledAction:ScheduledAction",
  props: { resourceId },
});
const shop = { name: "web", cluster: "shop" };

export const examples: Examples = {
  denied: [
    {
      title: "a service that nothing scales",
      resources: { web: service() },
      says: { web: "nothing scales it; add an appautoscaling.Target and a policy" },
    },
    {
      title: "a target that nothing moves",
      resources: { web: service(), range: target(ref("web", "name")) },
      says: { web: 'its scaling target "range" has no policy; add one' },
    },
    {
      title: "the policy of another service",
      resources: {
        ...{ web: service(shop), api: service({ ...shop, name: "api" }) },
        ...{ one: target("service/shop/web"), two: target("service/shop/api"), cpu: policy("service/shop/api") },
      },
      says: { web: 'its scaling target "one" has no policy' },
    },
  ],
  allowed: [
    {
      title: "a policy that names what it moves by the target",
      resources: { web: service(), range: target(ref("web", "name")), cpu: policy(ref("range", "resourceId")) },
    },
    {
      title: "a schedule that names what it moves as the target does",
      resources: { web: service(shop), range: target("service/shop/web"), lunch: schedule("service/shop/web") },
    },
    { title: "a task on each host", resources: { agent: service({ schedulingStrategy: "DAEMON" }) } },
  ],
  undecided: [
    {
      title: "a target that may be any service's",
      resources: { web: service(shop), range: target(UNKNOWN), policy: policy(UNKNOWN) },
      says: { web: "the resourceId of an appautoscaling.Target is not known yet" },
    },
  ],
};
