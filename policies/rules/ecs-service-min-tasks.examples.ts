import { type Examples, ref } from "../examples";

const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });
const target = (minCapacity: unknown, resourceId: unknown) => ({
  type: "aws:appautoscaling/target:Target",
  props: { serviceNamespace: "ecs", maxCapacity: 8, minCapacity, resourceId },
});

export const examples: Examples = {
  denied: [
    {
      title: "a service with one task, or with none that it names",
      resources: { one: service({ desiredCount: 1 }), silent: service({}) },
      says: {
        one: "desiredCount is 1; set it to 2 or more",
        silent: "desiredCount is not set; set it to 2",
      },
    },
    {
      title: "a service that its scaling takes down to one",
      resources: { web: service({ desiredCount: 4 }), scaling: target(1, ref("web", "resource")) },
      says: { web: 'minCapacity of its scaling target "scaling" is 1; set it to 2 or more' },
    },
    {
      title: "a service that is scaled by its name",
      resources: {
        web: service({ name: "web", cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop", desiredCount: 4 }),
        scaling: target(1, "service/shop/web"),
      },
      says: { web: 'minCapacity of its scaling target "scaling" is 1' },
    },
  ],
  allowed: [
    { title: "a service with two tasks", resources: { web: service({ desiredCount: 2 }) } },
    {
      title: "a service that its scaling keeps at two",
      resources: {
        web: service({ name: "web", cluster: "shop", desiredCount: 1 }),
        scaling: target(2, "service/shop/web"),
      },
    },
    { title: "a task on each host", resources: { agent: service({ schedulingStrategy: "DAEMON" }) } },
  ],
  undecided: [
    {
      title: "a number that comes from another resource",
      resources: { other: service({ desiredCount: 2 }), web: service({ desiredCount: ref("other", "desiredCount") }) },
      says: { web: "desiredCount is not known yet" },
    },
  ],
};
