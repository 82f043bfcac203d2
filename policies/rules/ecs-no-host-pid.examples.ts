import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (props: object) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { family: "web", containerDefinitions: "[]", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a task that sees the processes of its host",
      resources: { task: task({ pidMode: "host" }) },
      says: { task: 'pidMode is "host"; remove it or set it to "task"' },
    },
    {
      title: "a task that shares both with its host",
      resources: { task: task({ pidMode: "host", ipcMode: "host" }) },
      says: { task: ['pidMode is "host"', 'ipcMode is "host"'] },
    },
  ],
  allowed: [
    { title: "a task that says nothing", resources: { task: task({}) } },
    { title: "containers that share with each other", resources: { task: task({ pidMode: "task", ipcMode: "task" }) } },
  ],
  undecided: [
    {
      title: "a mode that is not known",
      resources: { task: task({ pidMode: UNKNOWN }) },
      says: { task: "pidMode is not known yet" },
    },
  ],
};
