import { clusterType } from "../facts/eks-endpoints";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const eksSupportedVersion = rule({
  name: "eks-supported-version",
  displayName: "Clusters of EKS run a supported version",
  description: "An EKS cluster names a Kubernetes version in standard support, and what happens when that ends.",
  why: "After standard support a version costs several times as much by the hour, and when support ends EKS upgrades it whether you are ready or not.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-2",
  remediationSteps:
    'Set version to one in standard support, and upgradePolicy.supportType to "STANDARD" (upgrades itself) or "EXTENDED" (costs more).',
  controls: { fsbp: ["EKS.2"] },
  settings: {
    // https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar
    versions: texts(
      ["1.34", "1.35", "1.36"],
      "The versions in standard support, the newest last; one that is newer still is taken as supported.",
    ),
  },
  types: [clusterType],
  resource({ resource, settings, deny, undecided }) {
    const version = asText(at(resource.props, "version"));
    if (version === UNKNOWN) undecided("version");
    else if (version === undefined) deny("version is not set, so nobody decides when it changes; name one");
    else if (!isSupported(version, settings.versions)) {
      deny(`version is ${shown(version)}; set it to one in standard support (${settings.versions.join(", ")})`);
    }
    const support = asText(at(resource.props, "upgradePolicy", "supportType"));
    if (support === UNKNOWN) undecided("upgradePolicy.supportType");
    else if (support === undefined) deny('upgradePolicy.supportType is not set; set it to "STANDARD" or "EXTENDED"');
  },
});

function isSupported(version: string, listed: readonly string[]): boolean {
  return listed.includes(version) || minor(version) > minor(listed.at(-1) ?? "");
}

/** The second number of a version, which alone counts up. */
function minor(version: string): number {
  return Number(/^1\.(\d+)/.exec(version)?.[1] ?? 0);
}
