import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const web = { name: "web", image: "web:1" };
const deployment = (spec: unknown) => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { spec: { template: { spec } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a pod that shares its node's network, processes and memory",
      resources: { web: deployment({ hostNetwork: true, hostPID: "true", hostIPC: true, containers: [web] }) },
      says: {
        web: [
          "spec.template.spec.hostNetwork is true; remove it",
          "spec.template.spec.hostPID is true",
          "spec.template.spec.hostIPC is true",
        ],
      },
    },
    {
      title: "a container that takes a port of its node",
      resources: { web: deployment({ containers: [{ ...web, ports: [{ containerPort: 8080, hostPort: 80 }] }] }) },
      says: { web: 'container "web" takes port 80 of its node; remove hostPort' },
    },
  ],
  allowed: [
    {
      title: "a pod with a network of its own",
      resources: {
        web: deployment({ hostNetwork: false, containers: [{ ...web, ports: [{ containerPort: 8080 }] }] }),
      },
    },
  ],
  undecided: [
    {
      title: "a pod that is not known",
      resources: { web: deployment(UNKNOWN) },
      says: { web: "spec.template.spec.hostNetwork is not known yet" },
    },
    {
      title: "ports that are not known",
      resources: { web: deployment({ containers: [{ ...web, ports: UNKNOWN }] }) },
      says: { web: 'the ports of container "web"' },
    },
  ],
};
