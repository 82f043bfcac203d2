import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a deployment that stops everything first",
      resources: { web: service({ deploymentMinimumHealthyPercent: 0 }) },
      says: { web: "deploymentMinimumHealthyPercent is 0; set it to 50 or more" },
    },
    {
      title: "half of the tasks where all must stay",
      settings: { min: 100 },
      resources: { web: service({ deploymentMinimumHealthyPercent: 50 }) },
      says: { web: "deploymentMinimumHealthyPercent is 50; set it to 100 or more" },
    },
  ],
  allowed: [
    {
      title: "a deployment that keeps half, or says nothing",
      resources: { half: service({ deploymentMinimumHealthyPercent: 50 }), silent: service({}) },
    },
    {
      title: "a daemon, of which a host runs just one",
      resources: { agent: service({ schedulingStrategy: "DAEMON", deploymentMinimumHealthyPercent: 0 }) },
    },
  ],
  undecided: [
    {
      title: "a share that is not known",
      resources: { web: service({ deploymentMinimumHealthyPercent: UNKNOWN }) },
      says: { web: "deploymentMinimumHealthyPercent is not known yet" },
    },
  ],
};
