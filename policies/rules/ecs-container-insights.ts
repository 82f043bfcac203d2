import { asList, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsContainerInsights = rule({
  name: "ecs-container-insights",
  displayName: "Clusters of ECS measure their containers",
  description: "Every ECS cluster has Container Insights on.",
  why: "Without it ECS reports CPU and memory and little else, and of tasks, their network and their storage one sees nothing.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12",
  remediationSteps: 'Add { name: "containerInsights", value: "enhanced" } to the settings of the cluster.',
  controls: { fsbp: ["ECS.12"] },
  types: ["aws:ecs/cluster:Cluster"],
  resource({ resource, deny, undecided }) {
    const settings = asList(at(resource.props, "settings"));
    if (settings === UNKNOWN) return undecided("settings");
    const setting = settings.find((candidate) => at(candidate, "name") === "containerInsights");
    const value = asText(at(setting, "value"));
    if (value === "enhanced" || value === "enabled") return;
    if (value === UNKNOWN || settings.some((candidate) => at(candidate, "name") === UNKNOWN)) undecided("settings");
    else deny(`the setting containerInsights is ${shown(value)}; set it to "enhanced"`);
  },
  remediate({ props }) {
    const settings = asList(at(props, "settings"));
    if (settings === UNKNOWN || settings.some((candidate) => at(candidate, "name") === UNKNOWN)) return [];
    const index = settings.findIndex((candidate) => at(candidate, "name") === "containerInsights");
    if (index < 0)
      return [{ path: ["settings", settings.length], value: { name: "containerInsights", value: "enhanced" } }];
    const value = asText(at(settings[index], "value"));
    if (value === "enhanced" || value === "enabled" || value === UNKNOWN) return [];
    return [{ path: ["settings", index, "value"], value: "enhanced" }];
  },
});
