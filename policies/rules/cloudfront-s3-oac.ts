import { reachesOf } from "../facts/bucket-origins";
import { bucketType, statedOf } from "../facts/bucket-parts";
import { distributionTypes, isBucketOrigin, originsOf } from "../facts/distributions";
import { isGiven } from "../facts/given";
import { narrowKeys, narrows, type Statement, statementsOf } from "../facts/policy-statements";
import { pathTo, written } from "../facts/property-paths";
import { allOf, anyOf, known, not } from "../facts/three-valued";
import { asText, at, few, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

const controlType = "aws:cloudfront/originAccessControl:OriginAccessControl";
const narrowing = new Set(narrowKeys.map((key) => key.toLowerCase()));

export const cloudfrontS3Oac = rule({
  name: "cloudfront-s3-oac",
  displayName: "Only its distribution reads a bucket",
  description:
    "CloudFront signs its requests to a bucket by an origin access control, and the bucket's policy lets in that distribution, not every one of AWS.",
  why: "Otherwise the bucket must be public, or lets in any distribution, and so visitors who go past yours, its firewall and its logs.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-13",
  remediationSteps:
    "Set originAccessControlId of the origin to an aws.cloudfront.OriginAccessControl that always signs, and let the bucket's policy allow cloudfront.amazonaws.com on the condition that AWS:SourceArn is the distribution's ARN.",
  controls: { fsbp: ["CloudFront.13"] },
  settings: { acceptOai: flag(false, "Accept the older origin access identity as well.") },
  types: [...distributionTypes, controlType],
  resource({ resource: { type, props }, settings, deny, undecided }) {
    if (type === controlType) {
      const signs = asText(at(props, "signingBehavior"));
      if (signs === UNKNOWN) undecided("signingBehavior");
      if (signs === "never") deny('signingBehavior is "never", so that its origins must be public; set it to "always"');
      return;
    }
    const { members, unknownLists } = originsOf(props);
    for (const list of unknownLists) undecided(list);
    for (const { value, place } of members) {
      const isBucket = isBucketOrigin(value);
      // Of a control that is made with the stack the id is not known at preview, but then one is named.
      if (isBucket === false || (value !== UNKNOWN && isGiven(at(value, "originAccessControlId")))) continue;
      const hasIdentity = isGiven(at(value, "s3OriginConfig", "originAccessIdentity"));
      if (isBucket === UNKNOWN) undecided(written(place));
      else if (!hasIdentity)
        deny(`${written(pathTo(place, "originAccessControlId"))} is not set; name an OriginAccessControl`);
      else if (!settings.acceptOai) {
        deny(`${written(place)} has an origin access identity; set originAccessControlId in its place`);
      }
    }
  },
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const { values } = statedOf(stack, bucket, "policy");
      const open: string[] = [];
      let isVague = false;
      for (const policy of values) {
        const statements = statementsOf(policy);
        for (const statement of statements === UNKNOWN ? [] : statements) {
          const letsIn = letsEveryDistributionIn(statement);
          if (letsIn === true) open.push(statement.place);
          if (letsIn === UNKNOWN) isVague = true;
        }
        if (statements === UNKNOWN) isVague = true;
      }
      if (open.length > 0) {
        on(bucket).deny(
          // Whoever has the distribution, of this stack or of another, lets in no more than that.
          `${few(open)} of its policy lets in every distribution of AWS; add a condition on AWS:SourceArn`,
        );
      } else if (isVague && reachesOf(stack, bucket).has("signed")) on(bucket).undecided("its policy");
    }
  },
});

function letsEveryDistributionIn({ effect, principals = [], conditions }: Statement): boolean | Unknown {
  return allOf([
    known(effect, (text) => text === "Allow"),
    anyOf(principals.map(({ id }) => known(id, (text) => text === "cloudfront.amazonaws.com"))),
    // A value that is made with the stack, as the distribution's ARN is, is one of its own.
    ...conditions.map(({ values, ...condition }) => {
      const own = values.map((value) => (value === UNKNOWN ? "one that is made with the stack" : value));
      return not(narrows({ ...condition, values: own }, narrowing));
    }),
  ]);
}
