import { isBurstable } from "../facts/instance-types";
import { instanceType, launchSpecifications, spotRequestType } from "../facts/launch-specifications";
import { launchTemplateType } from "../facts/launch-templates";
import { asText, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const modes = ["standard", "unlimited"];

export const ec2BurstableCredits = rule({
  name: "ec2-burstable-credits",
  displayName: "Burstable instances say what happens without credits",
  description:
    "An instance of a burstable type states whether it slows down or costs more when its CPU credits are spent.",
  why: "When its credits are spent an instance either falls to a fraction of its CPU or costs more, by whichever mode its type has at first.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html",
  remediationSteps:
    'Set creditSpecification.cpuCredits to "unlimited" (steady speed, extra cost) or "standard" (steady cost, lower speed).',
  controls: {},
  // A launch configuration and a spot fleet's own specifications cannot say it.
  types: [instanceType, spotRequestType, launchTemplateType],
  resource({ resource, deny, undecided }) {
    const specifications = launchSpecifications(resource);
    for (const { inherits, read } of specifications === UNKNOWN ? [] : specifications) {
      const type = asText(read("instanceType"));
      const credits = asText(read("creditSpecification", "cpuCredits"));
      if (typeof credits === "string" && modes.includes(credits)) continue;
      if (type === undefined || (credits === undefined && inherits)) continue;
      if (type === UNKNOWN) undecided("instanceType");
      else if (!isBurstable(type)) continue;
      else if (credits === UNKNOWN) undecided("creditSpecification.cpuCredits");
      else {
        const stated = `creditSpecification.cpuCredits is ${shown(credits)} for the type ${shown(type)}`;
        deny(`${stated}; set it to "standard" or "unlimited"`);
      }
    }
  },
});
