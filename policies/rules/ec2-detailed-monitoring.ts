import {
  type LaunchSpecification,
  launchConfigurationType,
  launchSpecifications,
  specificationTypes,
} from "../facts/launch-specifications";
import { launchTemplateType } from "../facts/launch-templates";
import { asBoolean, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const ec2DetailedMonitoring = rule({
  name: "ec2-detailed-monitoring",
  displayName: "Instances report every minute",
  description: "Every instance, and all that starts instances, has detailed monitoring, so that alarms see it in time.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html",
  remediationSteps:
    "Set monitoring to true (monitoring.enabled in a launch template); metrics then come each minute in place of each five.",
  controls: {},
  types: specificationTypes,
  resource({ resource, deny, undecided }) {
    const specifications = launchSpecifications(resource);
    if (specifications === UNKNOWN) return undecided("launchSpecifications");
    const steps = property(resource);
    for (const specification of specifications) {
      const monitored = isMonitored(resource, specification);
      if (monitored === UNKNOWN) undecided(specification.name(...steps));
      else if (!monitored) {
        deny(`${specification.name(...steps)} is ${shown(specification.read(...steps))}; set it to true`);
      }
    }
  },
  remediate(resource) {
    const specifications = launchSpecifications(resource);
    if (specifications === UNKNOWN) return [];
    return specifications
      .filter((specification) => isMonitored(resource, specification) === false)
      .map((specification) => ({ path: specification.path(...property(resource)), value: true }));
  },
});

function property({ type }: Resource): readonly [string, ...string[]] {
  if (type === launchConfigurationType) return ["enableMonitoring"];
  return type === launchTemplateType ? ["monitoring", "enabled"] : ["monitoring"];
}

function isMonitored(resource: Resource, specification: LaunchSpecification) {
  const stated = asBoolean(specification.read(...property(resource)));
  // A launch configuration has it unless it says no: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchConfiguration.html
  return stated ?? (specification.inherits || resource.type === launchConfigurationType);
}
