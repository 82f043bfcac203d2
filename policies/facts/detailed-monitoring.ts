import type { Resource } from "../resource";
import { type LaunchSpecification, launchConfigurationType } from "./launch-specifications";
import { launchTemplateType } from "./launch-templates";
import { asBoolean, type Fact } from "./value";

/** The way to what says whether instances report each minute. */
export function monitoringPath({ type }: Resource): readonly [string, ...string[]] {
  if (type === launchConfigurationType) return ["enableMonitoring"];
  return type === launchTemplateType ? ["monitoring", "enabled"] : ["monitoring"];
}

/** Whether instances report each minute; undefined where a launch template may say it. */
export function isMonitored(resource: Resource, specification: LaunchSpecification): Fact<boolean> {
  const stated = asBoolean(specification.read(...monitoringPath(resource)));
  if (stated !== undefined) return stated;
  // A launch configuration has it unless it says no: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchConfiguration.html
  if (resource.type === launchConfigurationType) return true;
  return specification.inherits ? undefined : false;
}
