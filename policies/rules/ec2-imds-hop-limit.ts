import { userData } from "../facts/user-data";
import { asNumber, at, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { integer } from "../settings";

const bounds = { minimum: 1, maximum: 64 };

export const ec2ImdsHopLimit = rule({
  name: "ec2-imds-hop-limit",
  displayName: "Metadata stays on the instance",
  description: "The answer of the metadata service travels one hop, or two where the instance runs containers.",
  why: "With a larger limit containers, and proxies that forward requests, can reach the metadata and take the instance's credentials.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html",
  remediationSteps:
    "Set metadataOptions.httpPutResponseHopLimit to 1. A container on a bridge network needs 2, or better a role of its own.",
  controls: { fsbp: ["AutoScaling.4"] },
  settings: {
    max: integer(1, "The highest hop limit of an instance.", bounds),
    containerMax: integer(
      2,
      "The highest hop limit of an instance whose user data joins an ECS or EKS cluster.",
      bounds,
    ),
  },
  types: [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  resource({ resource, settings, deny, undecided }) {
    const limit = hopLimit(resource);
    if (limit === UNKNOWN) return undecided("metadataOptions.httpPutResponseHopLimit");
    if (limit === undefined || limit <= settings.max) return;
    const containers = runsContainers(resource);
    const max = containers === false ? settings.max : settings.containerMax;
    if (limit > max) deny(`metadataOptions.httpPutResponseHopLimit is ${limit}; set it to ${max}`);
    else if (containers === UNKNOWN) undecided("userData, which says whether containers run here,");
  },
  remediate(resource, settings) {
    const limit = hopLimit(resource);
    if (limit === undefined || limit === UNKNOWN) return [];
    const max = runsContainers(resource) === false ? settings.max : settings.containerMax;
    return limit > max ? [{ path: ["metadataOptions", "httpPutResponseHopLimit"], value: max }] : [];
  },
});

/** The hop limit that is stated; `undefined` where there is none, which AWS takes for 1, or no metadata at all. */
function hopLimit({ props }: Resource) {
  const options = at(props, "metadataOptions");
  return at(options, "httpEndpoint") === "disabled" ? undefined : asNumber(at(options, "httpPutResponseHopLimit"));
}

/** What the user data of an ECS or EKS node says: an agent's setting, a bootstrap script, or Bottlerocket's tables. */
const joinsCluster =
  /\bECS_CLUSTER\b|\/etc\/eks\/bootstrap\.sh|Start-EKSBootstrap|\bnode\.eks\.aws\b|\[settings\.(?:ecs|kubernetes)\]/;

function runsContainers(resource: Resource): boolean | Unknown {
  const texts = userData(resource).map(({ text }) => text);
  if (texts.some((text) => typeof text === "string" && joinsCluster.test(text))) return true;
  return texts.includes(UNKNOWN) ? UNKNOWN : false;
}
