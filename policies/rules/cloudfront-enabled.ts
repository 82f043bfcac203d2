import { distributionTypes } from "../facts/distributions";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontEnabled = rule({
  name: "cloudfront-enabled",
  displayName: "Distributions serve",
  description: "No CloudFront distribution is kept that is turned off: its name and its origin are easily forgotten.",
  why: "A distribution that was forgotten can be turned on again when nobody remembers what stands behind it.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowToDeleteDistribution.html",
  remediationSteps: "Set enabled to true, or delete the distribution.",
  controls: {},
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const enabled = asBoolean(at(props, "enabled"));
    if (enabled === UNKNOWN) undecided("enabled");
    else if (!enabled) deny(`enabled is ${shown(enabled)}; set it to true, or delete the distribution`);
  },
});
