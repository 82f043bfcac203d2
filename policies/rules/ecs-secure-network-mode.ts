import { judgeContainers, mayBeRoot, runsWindows, taskDefinitionType } from "../facts/container-definitions";
import { asBoolean, asList, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const ecsSecureNetworkMode = rule({
  name: "ecs-secure-network-mode",
  displayName: "Every task has a network interface of its own",
  description: "A task has its own network interface and security groups, or no network at all.",
  why: "In a network that it shares with its host a task has the host's security groups, and in host mode it reaches the local ports of all others.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-17",
  remediationSteps:
    'Set networkMode to "awsvpc". Where "host" is allowed, name a user that is not root for each container.',
  controls: { fsbp: ["ECS.17"] },
  settings: { modes: texts(["awsvpc", "none"], "The network modes that a task may have.") },
  types: [taskDefinitionType],
  resource({ resource, settings, deny, undecided }) {
    const mode = asText(at(resource.props, "networkMode"));
    if (mode === UNKNOWN) return undecided("networkMode");
    // ECS Anywhere offers no interfaces of its own: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
    const compatible = asList(at(resource.props, "requiresCompatibilities"));
    if (mode !== "host" && compatible !== UNKNOWN && compatible.includes("EXTERNAL")) return;
    if (!settings.modes.includes(mode ?? "bridge")) return deny(`networkMode is ${shown(mode)}; set it to "awsvpc"`);
    if (mode !== "host" || runsWindows(resource) === true) return;
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const user = asText(read("user"));
      const privileged = asBoolean(read("privileged"));
      if (user === UNKNOWN || privileged === UNKNOWN) undecided(`user of ${place}`);
      else if (mayBeRoot(user) && !privileged) deny(`${place} runs as root on its host's network; name another user`);
    });
  },
});
