import { hasTag, tagsOf } from "../facts/tags";
import { asBoolean, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import { wordsOf } from "../facts/words";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

export const networkInterfaceSourceDestCheck = rule({
  name: "network-interface-source-dest-check",
  displayName: "Network interfaces check source and destination",
  description: "Instances and network interfaces, other than NAT instances, handle only traffic of their own.",
  why: "Without the check an instance can forward the traffic of others, and send packets under addresses that are not its own.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180",
  remediationSteps:
    "Remove sourceDestCheck, or set it to true. What forwards the traffic of others, such as a NAT instance, says so by its name or by a tag of allowTags.",
  controls: { fsbp: ["EC2.180"] },
  settings: {
    allowTags: texts(
      [],
      "Tags of what may forward the traffic of others, as `key=value`, or `key` for any value; a name with the word `nat` says so too.",
    ),
  },
  types: [
    "aws:ec2/instance:Instance",
    "aws:ec2/networkInterface:NetworkInterface",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ],
  resource({ resource, settings, deny, undecided }) {
    const checks = asBoolean(at(resource.props, "sourceDestCheck"));
    if (checks === true || checks === undefined) return;
    const forwards = isForwarder(resource, settings.allowTags);
    if (forwards === true) return;
    if (checks === UNKNOWN) undecided("sourceDestCheck");
    else if (forwards === UNKNOWN) undecided("tags");
    else deny("sourceDestCheck is false; set it to true, or say by a tag that it forwards the traffic of others");
  },
  remediate(resource, settings) {
    if (asBoolean(at(resource.props, "sourceDestCheck")) !== false) return [];
    return isForwarder(resource, settings.allowTags) === false ? [{ path: ["sourceDestCheck"], value: true }] : [];
  },
});

function isForwarder(resource: Resource, allowTags: readonly string[]): boolean | Unknown {
  const isTagged = hasTag(resource, allowTags);
  const name = asText(at(tagsOf(resource), "Name"));
  const isNat = [name, resource.name].some((text) => typeof text === "string" && wordsOf(text).includes("nat"));
  if (isTagged === true || isNat) return true;
  return isTagged === UNKNOWN || name === UNKNOWN ? UNKNOWN : false;
}
