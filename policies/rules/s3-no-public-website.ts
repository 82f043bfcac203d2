import { reachesOf } from "../facts/bucket-origins";
import { bucketType, someStated, statedOf } from "../facts/bucket-parts";
import { known, not } from "../facts/three-valued";
import { at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const s3NoPublicWebsite = rule({
  name: "s3-no-public-website",
  displayName: "No bucket is a public website",
  description:
    "A bucket with a website is an origin of CloudFront, which signs its requests; the website's own endpoint serves everyone, and without TLS. To redirect all requests elsewhere is allowed.",
  why: "The endpoint of a website speaks plain HTTP alone and needs a public bucket; behind CloudFront the bucket stays private.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  remediationSteps:
    "Remove the website from the bucket, make the bucket's bucketRegionalDomainName an origin of an aws.cloudfront.Distribution with an originAccessControlId, and let the bucket's policy allow that distribution alone.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const isWebsite = someStated(statedOf(stack, bucket, "website"), serves);
      if (isWebsite === false) continue;
      const reaches = reachesOf(stack, bucket);
      if (reaches.size === 1 && reaches.has("signed")) continue;
      const { deny, undecided } = on(bucket);
      if (isWebsite === UNKNOWN) undecided("its website");
      else if (reaches.has("open"))
        deny("its website is public, for its distribution does not sign; set originAccessControlId of the origin");
      else if (reaches.has("unclear")) undecided("how its distribution reaches it");
      else deny("its website is public; serve it through CloudFront with origin access control");
    }
  },
});

/** A website that redirects all requests serves no object. */
function serves(website: unknown): boolean | Unknown {
  const redirect = at(website, "redirectAllRequestsTo");
  return not(known(redirect, (target) => target !== undefined && target !== ""));
}
