import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { bucketKind, bucketNameIn, bucketsNamed, parts, valuesAt } from "./bucket-parts";
import { carrierOf, referred } from "./references";
import { asList, at, UNKNOWN } from "./value";

/**
 * How CloudFront reaches a bucket: `signed` by its origin access control or identity, so that nobody else need; `open`
 * like anyone else; `unclear` while preview cannot tell which origin is which bucket.
 */
export type Reach = "signed" | "open" | "unclear";

const distributionType = "aws:cloudfront/distribution:Distribution";
const websiteKind = { types: [parts.website.type], keys: [] };

const reachesIn = new WeakMap<Stack, Map<StackResource, Set<Reach>>>();

/** The ways in which the stack's distributions reach a bucket. */
export function reachesOf(stack: Stack, bucket: StackResource): ReadonlySet<Reach> {
  return reaches(stack).get(bucket) ?? new Set();
}

function reaches(stack: Stack): Map<StackResource, Set<Reach>> {
  const done = reachesIn.get(stack);
  if (done) return done;
  const index = new Map<StackResource, Set<Reach>>();
  const add = (bucket: StackResource, reach: Reach) => index.set(bucket, (index.get(bucket) ?? new Set()).add(reach));
  for (const distribution of stack.ofType(distributionType)) {
    const vague = new Set<Reach>();
    const origins = asList(at(distribution.props, "origins"));
    for (const origin of origins === UNKNOWN ? [UNKNOWN] : origins) {
      const carrier = carrierOf(stack, bucketNameIn(at(origin, "domainName")), bucketKind);
      if (carrier) add(carrier, reachOf(origin));
      else vague.add(reachOf(origin));
    }
    const [only = "unclear", ...others] = vague;
    for (const bucket of vague.size > 0 ? referred(distribution, "origins", bucketKind) : []) {
      if (!index.has(bucket)) add(bucket, others.length > 0 ? "unclear" : only);
    }
    // What a website's own endpoint serves is open to everyone.
    for (const website of referred(distribution, "origins", websiteKind)) {
      const buckets = bucketsNamed(stack, website, "bucket");
      for (const bucket of buckets === UNKNOWN ? [] : buckets) add(bucket, "open");
    }
  }
  reachesIn.set(stack, index);
  return index;
}

function reachOf(origin: unknown): Reach {
  if (origin === UNKNOWN) return "unclear";
  const domain = at(origin, "domainName");
  if (typeof domain === "string" && /\.s3-website[.-]/.test(domain)) return "open";
  const signers = [
    at(origin, "originAccessControlId"),
    ...valuesAt(origin, ["s3OriginConfig", "originAccessIdentity"]),
  ];
  // Of a control that is made with the stack the id is not known at preview, but then one is named.
  return signers.some((signer) => signer !== undefined && signer !== "") ? "signed" : "open";
}
