import { distributionTypes } from "../facts/distributions";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const tenantType = "aws:cloudfront/distributionTenant:DistributionTenant";

export const cloudfrontGeo = rule({
  name: "cloudfront-geo",
  displayName: "CloudFront serves chosen countries",
  description: "Every CloudFront distribution lists the countries that it serves, or those that it does not.",
  why: "Where licences or laws limit whom a site may serve, the edge can see to it; countries that are stated are a decision.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html",
  remediationSteps:
    'Set restrictions.geoRestriction with restrictionType "whitelist" or "blacklist" and the countries.',
  controls: {},
  types: [...distributionTypes, tenantType],
  resource({ resource: { type, props }, deny, undecided }) {
    const within = type === tenantType ? "customizations" : "restrictions";
    const restriction = asText(at(props, within, "geoRestriction", "restrictionType"));
    // A tenant that says nothing has the restriction of its distribution.
    if (restriction === "whitelist" || restriction === "blacklist") return;
    if (type === tenantType && restriction === undefined) return;
    const path = `${within}.geoRestriction.restrictionType`;
    if (restriction === UNKNOWN) undecided(path);
    else deny(`${path} is ${shown(restriction)}; set it to "whitelist" or "blacklist", with the countries`);
  },
});
