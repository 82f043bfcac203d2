import { bucketKind, bucketNameIn } from "../facts/bucket-parts";
import { distributionTypes, originsOf } from "../facts/distributions";
import { pathTo, written } from "../facts/property-paths";
import { carrierOf, referred } from "../facts/references";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

/** The names that S3 gives to a bucket and to its website. */
const bucketDomain = /\.s3(?:-website)?(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/i;

export const cloudfrontOriginExists = rule({
  name: "cloudfront-origin-exists",
  displayName: "The bucket behind CloudFront is there",
  description:
    "A bucket that is an origin of CloudFront belongs to the stack: one that is gone can be made anew by anybody, who then serves the site.",
  why: "Visitors cannot tell the difference: what the other one serves comes under your domain and with your certificate.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-12",
  remediationSteps: "Name the bucket by an output of its resource, or list it in allow if another stack has it.",
  controls: { fsbp: ["CloudFront.12"] },
  settings: { allow: texts([], "Buckets of other stacks that may be origins, by their names.") },
  types: [],
  subjects: distributionTypes,
  stack({ stack, settings, on }) {
    const allowed = new Set(settings.allow);
    for (const distribution of stack.ofType(...distributionTypes)) {
      const { deny, undecided } = on(distribution);
      const { members, unknownLists } = originsOf(distribution.props);
      const refersToBucket = referred(distribution, "origins", bucketKind).length > 0;
      // Origins refer to other parts of CloudFront as well, such as what signs the requests.
      const isGivenElsewhere = distribution
        .references("origins")
        .some(({ type }) => !type.startsWith("aws:cloudfront/"));
      if (unknownLists.length > 0 && !refersToBucket) undecided("origins");
      for (const { value, place } of members) {
        const path = written(pathTo(place, "domainName"));
        const domain = asText(at(value, "domainName"));
        // What another resource of the stack gives, a load balancer say, is there; what is looked up may not be.
        if (domain === UNKNOWN && !isGivenElsewhere) undecided(path);
        if (typeof domain !== "string" || !bucketDomain.test(domain)) continue;
        const bucket = bucketNameIn(domain);
        if (carrierOf(stack, bucket, bucketKind) || allowed.has(String(bucket))) continue;
        deny(
          `${path} is ${shown(domain)}, of a bucket that the stack does not have; name its resource, or list it in allow`,
        );
      }
    }
  },
});
