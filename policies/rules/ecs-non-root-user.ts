import { judgeContainers, mayBeRoot, runsWindows, taskTypes } from "../facts/container-definitions";
import { asText, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsNonRootUser = rule({
  name: "ecs-non-root-user",
  displayName: "Containers of ECS do not run as root",
  description: "Every container of a task names a user other than root.",
  why: "An intruder who is root can change everything in the container, and is closer to getting out of it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20",
  remediationSteps: "Set user to a numeric id other than 0, such as 1000:1000, that may read what the image holds.",
  controls: { fsbp: ["ECS.20"] },
  types: taskTypes,
  resource({ resource, deny, undecided }) {
    const windows = runsWindows(resource);
    if (windows === true) return;
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const user = asText(read("user"));
      if (!mayBeRoot(user)) return;
      if (user === UNKNOWN) undecided(`user of ${place}`);
      else if (windows === UNKNOWN) undecided("runtimePlatform.operatingSystemFamily");
      else deny(`${place} has user ${shown(user)}; name one that is not root`);
    });
  },
});
