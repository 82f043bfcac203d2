import { behaviorsOf, customOriginsOf, distributionTypes } from "../facts/distributions";
import { pathTo, written } from "../facts/property-paths";
import { anyOf, known } from "../facts/three-valued";
import { asText, at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

const fix = 'set it to "https-only"';

export const cloudfrontOriginHttps = rule({
  name: "cloudfront-origin-https",
  displayName: "CloudFront comes to its origins by HTTPS",
  description:
    "CloudFront speaks HTTPS with every custom origin; what lies in a VPC of the account it reaches without the internet.",
  why: "Visitors see a lock while their requests go on from the edge to the origin in plain text, to be read and changed on the way.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-9",
  remediationSteps:
    'Give the origin a certificate and set originProtocolPolicy to "https-only". Name a bucket by its bucketRegionalDomainName, not by the endpoint of its website, which speaks HTTP alone.',
  controls: { fsbp: ["CloudFront.9"] },
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const { members, unknownLists } = customOriginsOf(props);
    const takesHttp = someTakeHttp(props);
    for (const list of unknownLists) undecided(list);
    for (const { value, place } of members) {
      const policy = asText(at(value, "originProtocolPolicy"));
      const name = written(pathTo(place, "originProtocolPolicy"));
      if (policy === UNKNOWN) undecided(name);
      if (policy === "http-only") deny(`${name} is "http-only"; ${fix}`);
      if (policy !== "match-viewer") continue;
      if (takesHttp === UNKNOWN) undecided("viewerProtocolPolicy of a cache behaviour");
      if (takesHttp === true) deny(`${name} is "match-viewer" and visitors may come by HTTP; ${fix}`);
    }
  },
});

function someTakeHttp(props: unknown): boolean | Unknown {
  const { members, unknownLists } = behaviorsOf(props);
  const policies = members.map(({ value }) => asText(at(value, "viewerProtocolPolicy")));
  const some = anyOf(policies.map((policy) => known(policy, (text) => text === "allow-all")));
  return some === false && unknownLists.length > 0 ? UNKNOWN : some;
}
