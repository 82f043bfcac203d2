import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const bucketArn = "arn:aws:s3:::acme-shop";
const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [bucketArn, `${bucketArn}/*`] };
const json = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const of = (type: string, policy: unknown, property = "policy") => ({
  type: `aws:${type}`,
  props: { [property]: policy },
});
const bucketPolicy = (policy: unknown) => of("s3/bucketPolicy:BucketPolicy", policy);
const insecure = { Bool: { "aws:SecureTransport": "false" } };

export const examples: Examples = {
  denied: [
    {
      title: "everything to everyone, in each spelling",
      resources: {
        beside: bucketPolicy(json({ ...deny, Condition: insecure }, { ...deny, Sid: "Shut" })),
        inside: of("s3/bucket:Bucket", json({ ...deny, Action: "*", Resource: "*" })),
        old: of("s3/bucketV2:BucketV2", json({ ...deny, Action: ["S3:*"], Principal: { AWS: "*" } })),
        typed: bucketPolicy({ Statement: { ...deny, Action: undefined, NotAction: "iam:*" } }),
        fast: bucketPolicy(json({ ...deny, Action: "s3express:*", Resource: "*" })),
      },
      says: {
        beside: "Statement[1] (Shut) of policy denies everyone everything; add a condition",
        inside: "Statement[0] of policy denies everyone everything",
        old: "Statement[0] of policy",
        typed: "Statement[0] of policy",
        fast: "Statement[0] of policy",
      },
    },
    {
      title: "everything to everyone, of access points, tables and vectors",
      resources: {
        point: of("s3control/accessPointPolicy:AccessPointPolicy", json({ ...deny, Resource: "*" })),
        lambda: of(
          "s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
          json({ ...deny, Action: "s3-object-lambda:*", Resource: "*" }),
        ),
        tables: of(
          "s3tables/tableBucketPolicy:TableBucketPolicy",
          json({ ...deny, Action: "s3tables:*", Resource: "*" }),
          "resourcePolicy",
        ),
        vectors: of(
          "s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy",
          json({ ...deny, Action: "s3vectors:*", Resource: "*" }),
        ),
      },
      says: {
        point: "Statement[0] of policy",
        lambda: "Statement[0] of policy",
        tables: "Statement[0] of resourcePolicy",
        vectors: "Statement[0] of policy",
      },
    },
  ],
  allowed: [
    {
      title: "a condition under which it denies",
      resources: {
        tls: bucketPolicy(json({ ...deny, Condition: insecure })),
        network: bucketPolicy(json({ ...deny, Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } })),
      },
    },
    {
      title: "some actions, some people, or objects alone",
      resources: {
        deletes: bucketPolicy(json({ ...deny, Action: ["s3:DeleteBucket", "s3:DeleteObject*"] })),
        account: bucketPolicy(json({ ...deny, Principal: { AWS: "111122223333" } })),
        butOne: bucketPolicy(
          json({ ...deny, Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/admin" } }),
        ),
        folder: bucketPolicy(json({ ...deny, Resource: `${bucketArn}/archive/*` })),
        spared: bucketPolicy(json({ ...deny, Action: undefined, NotAction: ["s3:PutBucketPolicy"] })),
      },
    },
    {
      title: "a bucket without a policy, and a statement that allows",
      resources: {
        none: { type: "aws:s3/bucket:Bucket", props: {} },
        own: bucketPolicy(json({ ...deny, Effect: "Allow", Principal: { AWS: "111122223333" } })),
      },
    },
  ],
  undecided: [
    {
      title: "a policy, an effect or a resource that is not known",
      resources: {
        whole: bucketPolicy(UNKNOWN),
        effect: bucketPolicy({ Statement: [{ ...deny, Effect: UNKNOWN }] }),
        resource: bucketPolicy({ Statement: [{ ...deny, Resource: [UNKNOWN] }] }),
      },
      says: {
        whole: "policy is not known yet",
        effect: "policy is not known yet",
        resource: "policy is not known yet",
      },
    },
  ],
};
