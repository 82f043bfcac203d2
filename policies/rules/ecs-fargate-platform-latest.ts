import { serviceType, taskSetType } from "../facts/ecs-services";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const ecsFargatePlatformLatest = rule({
  name: "ecs-fargate-platform-latest",
  displayName: "Fargate runs its current platform",
  description: "A service on Fargate follows the latest platform version, or names a current one.",
  why: "Newer platform versions bring fixes of the kernel and the container runtime, and AWS retires the old ones.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10",
  remediationSteps: 'Remove platformVersion, or set it to "LATEST".',
  controls: { fsbp: ["ECS.10"] },
  settings: {
    versions: texts(["1.4.0", "1.0.0"], "The current platform versions: of Linux, then of Windows."),
  },
  types: [serviceType, taskSetType],
  resource({ resource, settings, deny, undecided }) {
    const version = asText(at(resource.props, "platformVersion"));
    if (version === UNKNOWN) undecided("platformVersion");
    else if (isOld(version, settings.versions)) deny(`platformVersion is ${shown(version)}; set it to "LATEST"`);
  },
  remediate({ props }, { versions }) {
    const version = asText(at(props, "platformVersion"));
    return isOld(version, versions) ? [{ path: ["platformVersion"], value: "LATEST" }] : [];
  },
});

function isOld(version: Fact<string>, current: readonly string[]): boolean {
  return typeof version === "string" && version !== "" && version !== "LATEST" && !current.includes(version);
}
