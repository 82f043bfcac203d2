import { containerTypes, judgeContainers } from "../facts/container-definitions";
import { imageDrift } from "../facts/images";
import { asText, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

export const ecsImagePinned = rule({
  name: "ecs-image-pinned",
  displayName: "Tasks name the version of their images",
  description: "Every container of a task names its image by a version or a digest, never by latest.",
  why: "With latest nobody can say which code runs, and the same task definition brings other code at the next deployment: there is no way back.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html",
  remediationSteps: "Name a tag that never moves, or the digest of the image.",
  controls: {},
  settings: { requireDigest: flag(false, "Require a digest, which no push can change.") },
  types: containerTypes,
  resource({ resource, settings, deny, undecided }) {
    judgeContainers(resource, { undecided }, ({ place, read }) => {
      const image = asText(read("image"));
      if (image === UNKNOWN) undecided(`the image of ${place}`);
      const drift = typeof image === "string" && imageDrift(image, settings.requireDigest);
      if (drift) deny(`${place}: the image ${shown(image)} ${drift}`);
    });
  },
});
