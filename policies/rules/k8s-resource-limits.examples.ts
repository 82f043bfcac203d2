import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const deployment = (resources: unknown, spec: object = {}) => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { spec: { template: { spec: { containers: [{ name: "web", image: "web:1", resources }], ...spec } } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a container that says nothing",
      resources: { web: deployment(undefined) },
      says: {
        web: ['container "web" has no resources.limits.memory; state it', "has no resources.requests.cpu; state it"],
      },
    },
    {
      title: "a container that only asks",
      resources: { web: deployment({ requests: { cpu: "250m", memory: "256Mi" } }) },
      says: { web: "has no resources.limits.memory" },
    },
  ],
  allowed: [
    {
      title: "a container with its share and its limit",
      resources: { web: deployment({ requests: { cpu: "250m" }, limits: { memory: "256Mi" } }) },
    },
    { title: "limits, which are requests too", resources: { web: deployment({ limits: { cpu: 1, memory: "1Gi" } }) } },
    {
      title: "a pod that states them for all of its containers",
      resources: { web: deployment(undefined, { resources: { limits: { cpu: "1", memory: "1Gi" } } }) },
    },
  ],
  undecided: [
    {
      title: "resources that are not known",
      resources: { web: deployment(UNKNOWN) },
      says: { web: 'the resources of container "web" is not known yet' },
    },
  ],
};
