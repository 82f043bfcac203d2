import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const subnets = ["subnet-1", "subnet-2"];
const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });
const open = { networkConfiguration: { subnets, assignPublicIp: true } };

export const examples: Examples = {
  denied: [
    {
      title: "a service and a task set whose tasks get public addresses",
      resources: {
        web: service(open),
        green: {
          type: "aws:ecs/taskSet:TaskSet",
          props: { networkConfiguration: { subnets, assignPublicIp: "true" } },
        },
      },
      says: {
        web: "networkConfiguration.assignPublicIp is true; remove it",
        green: "networkConfiguration.assignPublicIp is true",
      },
    },
    {
      title: "tasks that an event or a schedule starts",
      resources: {
        event: { type: "aws:cloudwatch/eventTarget:EventTarget", props: { rule: "nightly", ecsTarget: open } },
        nightly: { type: "aws:scheduler/schedule:Schedule", props: { target: { arn: "arn", ecsParameters: open } } },
      },
      says: {
        event: "ecsTarget.networkConfiguration.assignPublicIp is true",
        nightly: "target.ecsParameters.networkConfiguration.assignPublicIp is true",
      },
    },
    {
      title: "a service with another tag than the one that allows it",
      settings: { allowTags: ["exposure=internet"] },
      resources: { web: service({ ...open, tags: { exposure: "none" } }) },
      says: { web: "networkConfiguration.assignPublicIp is true" },
    },
  ],
  allowed: [
    { title: "a service that says nothing of it", resources: { web: service({ networkConfiguration: { subnets } }) } },
    {
      title: "a service that says no",
      resources: { web: service({ networkConfiguration: { subnets, assignPublicIp: false } }) },
    },
    { title: "a service on the network of its host", resources: { web: service({}) } },
    {
      title: "a service with a tag that allows it",
      settings: { allowTags: ["exposure=internet"] },
      resources: { web: service({ ...open, tags: { exposure: "internet" } }) },
    },
    {
      title: "a service with a tag that allows it with any value",
      settings: { allowTags: ["public"] },
      resources: { web: service({ ...open, tags: { public: "" } }) },
    },
  ],
  undecided: [
    {
      title: "a service whose network is not known",
      resources: { web: service({ networkConfiguration: UNKNOWN }) },
      says: { web: "networkConfiguration.assignPublicIp is not known yet" },
    },
    {
      title: "a service whose tag is not known",
      settings: { allowTags: ["exposure=internet"] },
      resources: { web: service({ ...open, tags: { exposure: UNKNOWN } }) },
      says: { web: "tags is not known yet" },
    },
  ],
};
