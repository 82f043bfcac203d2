import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const deployment = (spec: object, securityContext?: unknown) => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { spec: { template: { spec: { containers: [{ name: "web", image: "web:1", securityContext }], ...spec } } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a container that says nothing of its user",
      resources: { web: deployment({}) },
      says: { web: 'container "web" may run as root; set securityContext.runAsNonRoot to true' },
    },
    {
      title: "root by number, although the pod says otherwise",
      resources: { web: deployment({ securityContext: { runAsNonRoot: true, runAsUser: 1000 } }, { runAsUser: 0 }) },
      says: { web: 'container "web" has runAsUser 0, which is root' },
    },
    {
      title: "a container that takes back what its pod promised",
      resources: { web: deployment({ securityContext: { runAsNonRoot: true } }, { runAsNonRoot: false }) },
      says: { web: 'container "web" may run as root' },
    },
  ],
  allowed: [
    {
      title: "a user that the pod or the container names",
      resources: {
        pod: deployment({ securityContext: { runAsNonRoot: true } }),
        container: deployment({}, { runAsUser: 1000 }),
      },
    },
    { title: "a pod on Windows", resources: { web: deployment({ os: { name: "windows" } }) } },
  ],
  undecided: [
    {
      title: "a user that is not known",
      resources: { web: deployment({}, { runAsUser: UNKNOWN }) },
      says: { web: 'the user of container "web" is not known yet' },
    },
    {
      title: "containers that are not known",
      resources: { web: deployment({ containers: UNKNOWN }) },
      says: { web: "spec.template.spec is not known yet" },
    },
  ],
};
