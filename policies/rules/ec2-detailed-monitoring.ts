import { isMonitored, monitoringPath } from "../facts/detailed-monitoring";
import { launchSpecifications, specificationTypes } from "../facts/launch-specifications";
import { shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ec2DetailedMonitoring = rule({
  name: "ec2-detailed-monitoring",
  displayName: "Instances report every minute",
  description: "Every instance, and all that starts instances, has detailed monitoring, so that alarms see it in time.",
  why: "With one figure every five minutes alarms come late, and scaling follows a load that was.",
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
    const steps = monitoringPath(resource);
    for (const specification of specifications) {
      const monitored = isMonitored(resource, specification);
      if (monitored === UNKNOWN) undecided(specification.name(...steps));
      else if (monitored === false) {
        deny(`${specification.name(...steps)} is ${shown(specification.read(...steps))}; set it to true`);
      }
    }
  },
  remediate(resource) {
    const specifications = launchSpecifications(resource);
    if (specifications === UNKNOWN) return [];
    return specifications
      .filter((specification) => isMonitored(resource, specification) === false)
      .map((specification) => ({ path: specification.path(...monitoringPath(resource)), value: true }));
  },
});
