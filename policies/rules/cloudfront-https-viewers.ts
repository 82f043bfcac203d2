import { behaviorsOf, distributionTypes } from "../facts/distributions";
import { pathTo, written } from "../facts/property-paths";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const property = "viewerProtocolPolicy";

export const cloudfrontHttpsViewers = rule({
  name: "cloudfront-https-viewers",
  displayName: "Visitors of CloudFront come by HTTPS",
  description: "Every cache behaviour of a CloudFront distribution refuses HTTP, or redirects it to HTTPS.",
  why: "What a visitor sends and gets over plain HTTP can be read and changed on its way.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-3",
  remediationSteps: 'Set viewerProtocolPolicy of each cache behaviour to "redirect-to-https" or "https-only".',
  controls: { fsbp: ["CloudFront.3"] },
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const { members, unknownLists } = behaviorsOf(props);
    for (const list of unknownLists) undecided(list);
    for (const { value, place } of members) {
      const policy = asText(at(value, property));
      if (policy === UNKNOWN) undecided(written(pathTo(place, property)));
      if (policy === "allow-all") {
        deny(`${written(pathTo(place, property))} is "allow-all"; set it to "redirect-to-https"`);
      }
    }
  },
  remediate({ props }) {
    return behaviorsOf(props)
      .members.filter(({ value }) => at(value, property) === "allow-all")
      .map(({ place }) => ({ path: pathTo(place, property), value: "redirect-to-https" }));
  },
});
