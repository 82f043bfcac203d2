import { imageDrift } from "../facts/images";
import { judgePods, workloadTypes } from "../facts/kubernetes-workloads";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

export const k8sImagePinned = rule({
  name: "k8s-image-pinned",
  displayName: "Pods name the version of their images",
  description: "Every container of a pod names its image by a version or a digest, never by latest.",
  why: "With latest two pods of one workload may run different code, and a rollback brings back nothing in particular.",
  severity: "medium",
  level: "advisory",
  url: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  remediationSteps: "Name a tag that never moves, or the digest of the image.",
  controls: {},
  settings: { requireDigest: flag(false, "Require a digest, which no push can change.") },
  types: workloadTypes,
  resource({ resource, settings, deny, undecided }) {
    judgePods(resource, { undecided }, ({ place, container }) => {
      const image = asText(at(container, "image"));
      if (image === UNKNOWN) undecided(`the image of ${place}`);
      const drift = typeof image === "string" && imageDrift(image, settings.requireDigest);
      if (drift) deny(`${place}: the image ${shown(image)} ${drift}`);
    });
  },
});
