import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const web = { name: "web", image: "web:1" };
const privileged = { ...web, securityContext: { privileged: true } };
const deployment = (spec: unknown) => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { spec: { template: { spec } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a privileged container, also one that only runs first",
      resources: {
        web: deployment({ containers: [web, { ...privileged, name: "agent" }] }),
        first: deployment({ containers: [web], initContainers: [{ ...privileged, name: "sysctl" }] }),
      },
      says: {
        web: 'container "agent" has securityContext.privileged true; remove it',
        first: 'container "sysctl" has securityContext.privileged true',
      },
    },
    {
      title: "a privileged container of every other kind of workload",
      resources: {
        pod: { type: "kubernetes:core/v1:Pod", props: { spec: { containers: [privileged] } } },
        set: {
          type: "kubernetes:apps/v1:StatefulSet",
          props: { spec: { template: { spec: { containers: [privileged] } } } },
        },
        all: {
          type: "kubernetes:apps/v1:DaemonSet",
          props: { spec: { template: { spec: { containers: [privileged] } } } },
        },
        job: { type: "kubernetes:batch/v1:Job", props: { spec: { template: { spec: { containers: [privileged] } } } } },
        cron: {
          type: "kubernetes:batch/v1:CronJob",
          props: { spec: { jobTemplate: { spec: { template: { spec: { containers: [privileged] } } } } } },
        },
        list: { type: "kubernetes:core/v1:PodList", props: { items: [{ spec: { containers: [privileged] } }] } },
      },
      says: {
        ...{ pod: "privileged true", set: "privileged true", all: "privileged true", job: "privileged true" },
        ...{ cron: "privileged true", list: "privileged true" },
      },
    },
    {
      title: "a Windows container that is a process of its host",
      resources: {
        web: deployment({ securityContext: { windowsOptions: { hostProcess: true } }, containers: [web] }),
      },
      says: { web: 'container "web" has securityContext.windowsOptions.hostProcess true' },
    },
  ],
  allowed: [
    {
      title: "containers that say nothing of it, or no",
      resources: { web: deployment({ containers: [web, { ...web, securityContext: { privileged: false } }] }) },
    },
  ],
  undecided: [
    {
      title: "a pod that is not known",
      resources: { web: deployment(UNKNOWN) },
      says: { web: "spec.template.spec is not known yet" },
    },
    {
      title: "a security context that is not known",
      resources: { web: deployment({ containers: [{ ...web, securityContext: UNKNOWN }] }) },
      says: { web: 'securityContext of container "web"' },
    },
  ],
};
