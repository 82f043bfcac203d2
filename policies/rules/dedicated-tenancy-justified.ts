import {
  instanceType,
  launchConfigurationType,
  launchSpecifications,
  specificationTypes,
  spotRequestType,
} from "../facts/launch-specifications";
import { launchTemplateType } from "../facts/launch-templates";
import { hasTag } from "../facts/tags";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

const hostType = "aws:ec2/dedicatedHost:DedicatedHost";
const networkTypes = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
const reservationType = "aws:ec2/capacityReservation:CapacityReservation";

export const dedicatedTenancyJustified = rule({
  name: "dedicated-tenancy-justified",
  displayName: "Dedicated hardware has a reason",
  description: "What asks for hardware of its own, which costs more, has a tag that says why.",
  why: "Dedicated hardware is dearer by the hour and sometimes by a fee of the region, and is easily set without need.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html",
  remediationSteps:
    'Set the tenancy to "default", or add a tag such as tenancy-reason with the licence or rule that asks for it.',
  controls: {},
  settings: {
    allowTags: texts(
      ["tenancy-reason"],
      "Tags of what may have hardware of its own, as `key=value`, or `key` for any value.",
    ),
  },
  types: [...specificationTypes, ...networkTypes, reservationType, hostType],
  resource({ resource, settings, deny, undecided }) {
    const [tag] = settings.allowTags;
    const orTag = tag === undefined ? "" : `, or say why with a tag ${shown(tag)}`;
    const findings: string[] = [];
    const doubts: string[] = [];
    for (const { name, tenancy } of tenancies(resource)) {
      if (tenancy === UNKNOWN) doubts.push(name);
      else if (tenancy === "dedicated" || tenancy === "host") {
        findings.push(`${name} is ${shown(tenancy)}; set it to "default"${orTag}`);
      }
    }
    if (resource.type === hostType) findings.push(`it is a whole server; run on shared ones${orTag}`);
    if (findings.length === 0 && doubts.length === 0) return;
    const isExempt = hasTag(resource, settings.allowTags);
    if (isExempt === true) return;
    if (isExempt === UNKNOWN) return undecided("tags");
    for (const doubt of doubts) undecided(doubt);
    for (const finding of findings) deny(finding);
  },
});

/** The property of each type that says on whose hardware it runs; `default` without a word. */
const properties: Readonly<Record<string, readonly [string, ...string[]]>> = {
  [instanceType]: ["tenancy"],
  [spotRequestType]: ["tenancy"],
  [launchTemplateType]: ["placement", "tenancy"],
  [launchConfigurationType]: ["placementTenancy"],
};

function tenancies(resource: Resource): readonly { name: string; tenancy: Fact<string> }[] {
  const { type, props } = resource;
  if (type === hostType) return [];
  if (networkTypes.includes(type)) return [{ name: "instanceTenancy", tenancy: asText(at(props, "instanceTenancy")) }];
  if (type === reservationType) return [{ name: "tenancy", tenancy: asText(at(props, "tenancy")) }];
  const specifications = launchSpecifications(resource);
  if (specifications === UNKNOWN) return [{ name: "launchSpecifications", tenancy: UNKNOWN }];
  const path = properties[type] ?? ["placementTenancy"];
  return specifications.map((specification) => ({
    name: specification.name(...path),
    tenancy: asText(specification.read(...path)),
  }));
}
