import { judgeContainers, runsWindows, taskTypes } from "../facts/container-definitions";
import { asBoolean, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsReadonlyRoot = rule({
  name: "ecs-readonly-root",
  displayName: "Containers of ECS cannot change their image",
  description: "Every container of a task has a root file system that it can only read.",
  why: "An intruder who cannot write leaves no tools behind, and cannot change the application.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5",
  remediationSteps:
    "Set readonlyRootFilesystem to true and mount a volume or a tmpfs where the container must write. Windows has no such setting.",
  controls: { fsbp: ["ECS.5"] },
  types: taskTypes,
  resource({ resource, deny, undecided }) {
    const windows = runsWindows(resource);
    if (windows === true) return;
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const readOnly = asBoolean(read("readonlyRootFilesystem"));
      if (readOnly === true) return;
      if (readOnly === UNKNOWN) undecided(`readonlyRootFilesystem of ${place}`);
      else if (windows === UNKNOWN) undecided("runtimePlatform.operatingSystemFamily");
      else deny(`${place} can write to its root file system; set readonlyRootFilesystem to true`);
    });
  },
});
