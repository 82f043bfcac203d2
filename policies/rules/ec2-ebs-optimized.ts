import { isEbsOptimizedByChoice } from "../facts/instance-types";
import { type LaunchSpecification, launchSpecifications, specificationTypes } from "../facts/launch-specifications";
import { launchTemplateType } from "../facts/launch-templates";
import { asBoolean, asText, shown, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const ec2EbsOptimized = rule({
  name: "ec2-ebs-optimized",
  displayName: "Instances have bandwidth of their own to EBS",
  description: "An instance of a type that can be EBS-optimised, and is not so by default, is told to be.",
  why: "Without it disks and network share one bandwidth, and each slows the other down.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html",
  remediationSteps:
    "Set ebsOptimized to true, which AWS bills by the hour, or take a current instance type, which is EBS-optimised at no charge.",
  controls: {},
  types: specificationTypes,
  resource({ resource, deny, undecided }) {
    const specifications = launchSpecifications(resource);
    if (specifications === UNKNOWN) return undecided("launchSpecifications");
    for (const specification of specifications) {
      const lacks = lacksBandwidth(specification);
      if (lacks === UNKNOWN) undecided(specification.name(unknownOf(specification)));
      else if (lacks) {
        const type = shown(specification.read("instanceType"));
        const stated = shown(specification.read("ebsOptimized"));
        deny(`${specification.name("ebsOptimized")} is ${stated} for the type ${type}; set it to true`);
      }
    }
  },
  remediate(resource) {
    const specifications = launchSpecifications(resource);
    if (specifications === UNKNOWN) return [];
    // A launch template spells it as text.
    const value = resource.type === launchTemplateType ? "true" : true;
    return specifications
      .filter((specification) => lacksBandwidth(specification) === true)
      .map(({ path }) => ({ path: path("ebsOptimized"), value }));
  },
});

function lacksBandwidth({ inherits, read }: LaunchSpecification): boolean | Unknown {
  const optimized = asBoolean(read("ebsOptimized"));
  const type = asText(read("instanceType"));
  if (optimized === true || type === undefined || (optimized === undefined && inherits)) return false;
  if (type !== UNKNOWN && !isEbsOptimizedByChoice(type)) return false;
  return type === UNKNOWN || optimized === UNKNOWN ? UNKNOWN : true;
}

function unknownOf({ read }: LaunchSpecification): "instanceType" | "ebsOptimized" {
  return asText(read("instanceType")) === UNKNOWN ? "instanceType" : "ebsOptimized";
}
