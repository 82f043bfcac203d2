import { judgeContainers, taskTypes } from "../facts/container-definitions";
import { asNumber, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsMemoryLimits = rule({
  name: "ecs-memory-limits",
  displayName: "Containers of ECS have a limit to their memory",
  description: "A task, or else each of its containers, states how much memory it may use.",
  why: "One container that leaks memory otherwise takes that of all others on its host, until the kernel kills one of them.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/controltower/latest/controlreference/ecs-rules.html#ct-ecs-pr-7-description",
  remediationSteps:
    "Set memory on the task definition, or on each container; memoryReservation alone lets a container take all that its host has.",
  controls: {},
  types: taskTypes,
  resource({ resource, deny, undecided }) {
    const task = asText(at(resource.props, "memory"));
    if (typeof task === "string" && task !== "") return;
    if (task === UNKNOWN) return undecided("memory");
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const limit = asNumber(read("memory"));
      if (limit === UNKNOWN) undecided(`memory of ${place}`);
      else if (!limit) deny(`neither the task nor ${place} has a limit to its memory; set memory`);
    });
  },
});
