import { judgeContainers, taskTypes } from "../facts/container-definitions";
import { asBoolean, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsNoPrivileged = rule({
  name: "ecs-no-privileged",
  displayName: "Containers of ECS are not privileged",
  description: "No container of a task has the rights of its host's root user.",
  why: "Who breaks into a privileged container has the host, and with it every other task there.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4",
  remediationSteps:
    "Remove privileged; give the container the one capability or device that it needs in linuxParameters.",
  controls: { fsbp: ["ECS.4"] },
  types: taskTypes,
  resource({ resource, deny, undecided }) {
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const privileged = asBoolean(read("privileged"));
      if (privileged === UNKNOWN) undecided(`privileged of ${place}`);
      else if (privileged) deny(`${place} is privileged; remove it`);
    });
  },
});
