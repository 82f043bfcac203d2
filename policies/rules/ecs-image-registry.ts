import wildcardMatch from "wildcard-match";
import { containerTypes, judgeContainers } from "../facts/container-definitions";
import { imageName } from "../facts/images";
import { asText, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const ecsImageRegistry = rule({
  name: "ecs-image-registry",
  displayName: "Images come from registries that are trusted",
  description: "Every container of a task takes its image from a registry of the list.",
  why: "An image in a registry that you do not control can change, vanish, or refuse a pull just when tasks must start.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
  remediationSteps: "Copy the image into the account's ECR, by a push or a pull-through cache rule, and name it there.",
  controls: {},
  settings: {
    registries: texts(
      ["*.dkr.ecr.*.amazonaws.com", "*.dkr.ecr.*.amazonaws.com.cn"],
      "Hosts of registries that images may come from; `*` stands for any text, docker.io is Docker Hub.",
    ),
  },
  types: containerTypes,
  resource({ resource, settings, deny, undecided }) {
    const isTrusted = wildcardMatch(settings.registries, { separator: false });
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const image = asText(read("image"));
      if (image === UNKNOWN) return undecided(`the image of ${place}`);
      const registry = image === undefined ? undefined : imageName(image).registry;
      if (registry !== undefined && !isTrusted(registry)) {
        deny(`${place} takes its image from ${registry}; take it from ${settings.registries.join(" or ")}`);
      }
    });
  },
});
