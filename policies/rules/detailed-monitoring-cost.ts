import { isMonitored, monitoringPath } from "../facts/detailed-monitoring";
import { launchSpecifications, specificationTypes } from "../facts/launch-specifications";
import { shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const detailedMonitoringCost = rule({
  name: "detailed-monitoring-cost",
  displayName: "Instances for trying out report every five minutes",
  description: "No instance of a dev stack has detailed monitoring, whose metrics are paid for by the instance.",
  why: "Detailed monitoring is billed for each instance, and on a stack for trying out nobody looks at its minutes.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html",
  remediationSteps:
    "Set monitoring to false (monitoring.enabled in a launch template, enableMonitoring in a launch configuration), and turn off the policy ec2-detailed-monitoring in dev.",
  controls: {},
  types: specificationTypes,
  resource({ resource, environment, deny, undecided }) {
    if (environment !== "dev") return;
    const specifications = launchSpecifications(resource);
    if (specifications === UNKNOWN) return undecided("launchSpecifications");
    const steps = monitoringPath(resource);
    for (const specification of specifications) {
      const monitored = isMonitored(resource, specification);
      if (monitored === UNKNOWN) undecided(specification.name(...steps));
      else if (monitored) {
        deny(`${specification.name(...steps)} is ${shown(specification.read(...steps))} in dev; set it to false`);
      }
    }
  },
});
