import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (props: object, ...containers: object[]) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify(containers), ...props },
});
const web = { name: "web", image: "web:1" };

export const examples: Examples = {
  denied: [
    {
      title: "the container without a limit, not the one beside it",
      resources: { task: task({}, { ...web, memory: 512 }, { name: "agent", memoryReservation: 128 }) },
      says: { task: 'neither the task nor container "agent" has a limit to its memory; set memory' },
    },
  ],
  allowed: [
    { title: "a limit for the whole task", resources: { task: task({ memory: "1024" }, web) } },
    { title: "a limit for each container", resources: { task: task({}, { ...web, memory: 512 }) } },
  ],
  undecided: [
    {
      title: "a limit that is not known",
      resources: { task: task({ memory: UNKNOWN }, web), containers: task({ containerDefinitions: UNKNOWN }) },
      says: { task: "memory is not known yet", containers: "the list of its containers" },
    },
  ],
};
