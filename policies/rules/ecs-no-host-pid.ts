import { taskDefinitionType } from "../facts/container-definitions";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsNoHostPid = rule({
  name: "ecs-no-host-pid",
  displayName: "Tasks do not share the processes of their host",
  description: "No task shares its host's process namespace or its memory between processes.",
  why: "A container that sees the processes or the shared memory of its host can read what other tasks hold, or stop them.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3",
  remediationSteps: 'Remove pidMode and ipcMode, or set them to "task" where containers of the task need each other.',
  controls: { fsbp: ["ECS.3"] },
  types: [taskDefinitionType],
  resource({ resource, deny, undecided }) {
    for (const property of ["pidMode", "ipcMode"]) {
      const mode = asText(at(resource.props, property));
      if (mode === UNKNOWN) undecided(property);
      else if (mode === "host") deny(`${property} is "host"; remove it or set it to "task"`);
    }
  },
});
