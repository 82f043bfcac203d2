import { instanceType, spotRequestType } from "../facts/launch-specifications";
import { launchTemplateType } from "../facts/launch-templates";
import { asList, asNumber, at, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const interfaceType = "aws:ec2/networkInterface:NetworkInterface";
const attachmentType = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";

export const ec2SingleEni = rule({
  name: "ec2-single-eni",
  displayName: "Instances have one network interface",
  description: "No instance, and nothing that starts instances, has more than one network interface.",
  why: "Interfaces in two subnets make an instance a bridge between networks that are meant to be apart.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-17",
  remediationSteps: "Leave the instance the one interface that it has by itself, so that it is in one subnet alone.",
  controls: { fsbp: ["EC2.17"] },
  types: [instanceType, spotRequestType, launchTemplateType, interfaceType, attachmentType],
  resource({ resource, deny, undecided }) {
    if (resource.type === interfaceType || resource.type === attachmentType) {
      // An instance has an interface 0 from its start, so each further one is one too many.
      const indexes = deviceIndexes(resource);
      if (indexes === UNKNOWN) return undecided("the deviceIndex of its attachment");
      for (const index of indexes.filter((other) => other > 0)) {
        deny(`it is interface ${index} of an instance, beside the one that every instance has; remove it`);
      }
      return;
    }
    const { known, unknown } = interfaces(resource);
    if (known > 1) deny(`it has ${known} network interfaces; leave one`);
    else if (unknown) undecided(unknown);
  },
});

/** How many interfaces a resource states, and the list of them that is not known yet. */
function interfaces({ type, props }: Resource): { known: number; unknown?: string } {
  const primary = at(props, "primaryNetworkInterface") === undefined ? 0 : 1;
  const secondary = type === launchTemplateType ? "secondaryInterfaces" : "secondaryNetworkInterfaces";
  const list = asList(at(props, "networkInterfaces"));
  const others = asList(at(props, secondary));
  // An interface of its own is there even where the others are not its first.
  const own = list === UNKNOWN ? primary : Math.max(list.length, primary);
  const known = others === UNKNOWN ? own : others.length > 0 ? others.length + Math.max(own, 1) : own;
  if (list === UNKNOWN) return { known, unknown: "networkInterfaces" };
  return others === UNKNOWN ? { known, unknown: secondary } : { known };
}

function deviceIndexes({ type, props }: Resource): number[] | Unknown {
  const attachments = type === attachmentType ? [props] : asList(at(props, "attachments"));
  if (attachments === UNKNOWN) return UNKNOWN;
  const indexes = attachments.map((attachment) => asNumber(at(attachment, "deviceIndex")));
  return indexes.includes(UNKNOWN) ? UNKNOWN : indexes.filter((index) => typeof index === "number");
}
