import { distributionTypes } from "../facts/distributions";
import { anyOf } from "../facts/three-valued";
import { asList, at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontOriginFailover = rule({
  name: "cloudfront-origin-failover",
  displayName: "CloudFront has an origin to fall back on",
  description:
    "Every CloudFront distribution has a group of two origins, of which the second answers when the first fails.",
  why: "When the only origin fails, visitors get its errors for all that is not in the cache.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-4",
  remediationSteps: "Add originGroups with two members, and make the group the targetOriginId of a cache behaviour.",
  controls: { fsbp: ["CloudFront.4"] },
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const groups = asList(at(props, "originGroups"));
    const isSafe = groups === UNKNOWN ? UNKNOWN : anyOf(groups.map(hasTwo));
    if (isSafe === UNKNOWN) undecided("originGroups");
    if (isSafe === false) deny("originGroups has no group of two origins; add one");
  },
});

function hasTwo(group: unknown): boolean | Unknown {
  const members = asList(at(group, "members"));
  return members === UNKNOWN ? UNKNOWN : members.length >= 2;
}
