import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const arn = "arn:aws:s3:::acme-shop";
const insecure = { Bool: { "aws:SecureTransport": "false" } };
const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [arn, `${arn}/*`], Condition: insecure };
const json = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({
  type,
  props: { bucket: "acme-shop", ...props },
});
const policy = (document: unknown, of: unknown = "acme-shop") => ({
  type: "aws:s3/bucketPolicy:BucketPolicy",
  props: { bucket: of, policy: document },
});
const alone = (document: unknown) => ({ shop: bucket(), policy: policy(document) });
const says = { shop: "its policy does not deny s3:* on the bucket and its objects where aws:SecureTransport is false" };

export const examples: Examples = {
  denied: [
    {
      title: "buckets without a policy",
      resources: {
        shop: bucket(),
        old: bucket({ bucket: "old" }, "aws:s3/bucketV2:BucketV2"),
        made: bucket({ bucket: "made", policy: "" }),
      },
      says: {
        shop: "it has no policy; add one that denies s3:* where aws:SecureTransport is false",
        old: "it has no policy",
        made: "it has no policy",
      },
    },
    {
      title: "a policy that only allows with TLS",
      resources: alone(json({ ...deny, Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "true" } } })),
      says,
    },
    { title: "a statement about the objects alone", resources: alone(json({ ...deny, Resource: `${arn}/*` })), says },
    {
      title: "a statement about another bucket",
      resources: alone(json({ ...deny, Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] })),
      says,
    },
    {
      title: "a statement about some actions, or for some people",
      resources: alone(
        json({ ...deny, Action: ["s3:GetObject", "s3:PutObject"] }, { ...deny, Principal: { AWS: "111122223333" } }),
      ),
      says,
    },
    {
      title: "a statement that a second condition weakens",
      resources: alone(json({ ...deny, Condition: { ...insecure, IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } })),
      says,
    },
  ],
  allowed: [
    { title: "a statement about the bucket and its objects", resources: alone(json(deny)) },
    {
      title: "the same in two statements, or with wildcards",
      resources: {
        shop: bucket(),
        two: policy(json({ ...deny, Resource: arn }, { ...deny, Action: "*", Resource: [`${arn}/*`] })),
        wide: bucket({ bucket: "wide" }),
        star: policy(json({ ...deny, Resource: "*", Principal: { AWS: "*" } }), "wide"),
        china: bucket({ bucket: "china" }),
        begun: policy(json({ ...deny, Resource: "arn:aws-cn:s3:::china*" }), "china"),
      },
    },
    {
      title: "a policy inside the bucket, as text or as an object",
      resources: {
        shop: bucket({ policy: json(deny) }),
        typed: bucket({
          bucket: "typed",
          policy: { Statement: { ...deny, Resource: ["arn:aws:s3:::typed", "arn:aws:s3:::typed/*"] } },
        }),
      },
    },
    {
      title: "a bucket whose name AWS chooses, with a statement about whatever it is",
      resources: {
        shop: { type: "aws:s3/bucket:Bucket", props: {} },
        policy: policy(json({ ...deny, Resource: "*" }), ref("shop")),
      },
    },
    {
      title: "a directory bucket, which answers over TLS alone",
      resources: {
        fast: { type: "aws:s3/directoryBucket:DirectoryBucket", props: { bucket: "fast--euw1-az1--x-s3" } },
      },
    },
  ],
  undecided: [
    {
      title: "a policy that names the bucket, and so is not known",
      resources: { shop: bucket(), policy: policy(ref("shop", "arn"), ref("shop")) },
      says: { shop: "its policy is not known yet" },
    },
    {
      title: "a policy that a look-up gives, which refers to nothing",
      resources: { shop: bucket(), policy: policy(UNKNOWN, ref("shop")) },
      says: { shop: "its policy is not known yet" },
    },
    {
      title: "a policy whose resources are not known, or are not seen to be the bucket's",
      resources: {
        shop: bucket(),
        typed: policy({ Statement: [{ ...deny, Resource: [ref("shop", "arn")] }] }, ref("shop")),
        other: { type: "aws:s3/bucket:Bucket", props: {} },
        written: policy(json(deny), ref("other")),
      },
      says: { shop: "its policy is not known yet", other: "its policy is not known yet" },
    },
  ],
};
