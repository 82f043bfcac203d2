import { behaviorsOf, distributionTypes } from "../facts/distributions";
import { isGiven } from "../facts/given";
import { pathTo, written } from "../facts/property-paths";
import { at, few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontResponseHeaders = rule({
  name: "cloudfront-response-headers",
  displayName: "CloudFront sets the headers of answers",
  description:
    "Every cache behaviour of a CloudFront distribution has a response headers policy, which tells browsers what a page may do.",
  why: "Headers against framing, sniffing and foreign scripts let the browser stop attacks that no server sees.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
  remediationSteps:
    "Set responseHeadersPolicyId to an aws.cloudfront.ResponseHeadersPolicy, or to AWS's own Managed-SecurityHeadersPolicy.",
  controls: {},
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const { members, unknownLists } = behaviorsOf(props);
    for (const list of unknownLists) undecided(list);
    for (const { value, place } of members) if (value === UNKNOWN) undecided(written(place));
    // Of a policy that is made with the stack the id is not known at preview, but then one is named.
    const bare = members.filter(({ value }) => !isGiven(at(value, "responseHeadersPolicyId")));
    if (bare.length === 0) return;
    const places = bare.map(({ place }) => written(pathTo(place, "responseHeadersPolicyId")));
    deny(`${few(places)} ${places.length > 1 ? "are" : "is"} not set; name a response headers policy`);
  },
});
