import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (...containers: object[]) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { family: "web", containerDefinitions: JSON.stringify(containers) },
});
const web = { name: "web", image: "web:1" };

export const examples: Examples = {
  denied: [
    {
      title: "a privileged container, by its name",
      resources: { task: task(web, { name: "agent", image: "agent:1", privileged: true }) },
      says: { task: 'container "agent" is privileged; remove it' },
    },
    {
      title: "a privileged container in the case that the provider takes as well",
      resources: { task: task({ Name: "web", Image: "web:1", Privileged: true }) },
      says: { task: 'container "web" is privileged' },
    },
    {
      title: "a privileged container of a daemon",
      resources: {
        daemon: {
          type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
          props: { family: "agent", containerDefinitions: [{ image: "agent:1", privileged: "true" }] },
        },
      },
      says: { daemon: "containerDefinitions[0] is privileged" },
    },
  ],
  allowed: [
    {
      title: "containers that say nothing of it, or no",
      resources: { task: task(web, { ...web, privileged: false }) },
    },
    {
      title: "definitions that are no JSON, which AWS refuses",
      resources: {
        task: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: "[{privileged" } },
      },
    },
  ],
  undecided: [
    {
      title: "definitions that are not known",
      resources: { task: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: UNKNOWN } } },
      says: { task: "the list of its containers is not known yet" },
    },
    {
      title: "a daemon's container of which it is not known",
      resources: {
        daemon: {
          type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
          props: { containerDefinitions: [{ name: "agent", image: "agent:1", privileged: UNKNOWN }] },
        },
      },
      says: { daemon: 'privileged of container "agent"' },
    },
  ],
};
