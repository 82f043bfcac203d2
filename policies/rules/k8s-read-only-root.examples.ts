import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const deployment = (spec: object, securityContext?: unknown) => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { spec: { template: { spec: { containers: [{ name: "web", image: "web:1", securityContext }], ...spec } } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a container that says nothing of it, or no",
      resources: { web: deployment({}), api: deployment({}, { readOnlyRootFilesystem: false }) },
      says: {
        web: 'container "web" can write to its root file system; set readOnlyRootFilesystem to true',
        api: 'container "web" can write to its root file system',
      },
    },
  ],
  allowed: [
    { title: "a container that can only read", resources: { web: deployment({}, { readOnlyRootFilesystem: true }) } },
    { title: "a pod on Windows", resources: { web: deployment({ nodeSelector: { "kubernetes.io/os": "windows" } }) } },
  ],
  undecided: [
    {
      title: "a security context that is not known",
      resources: { web: deployment({}, UNKNOWN) },
      says: { web: 'the readOnlyRootFilesystem of container "web" is not known yet' },
    },
  ],
};
