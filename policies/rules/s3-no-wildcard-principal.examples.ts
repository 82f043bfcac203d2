import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::acme-shop/*" };
const json = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const of = (type: string) => (props: object) => ({ type: `aws:${type}`, props: { ...props } });
const bucket = of("s3/bucket:Bucket");
const bucketPolicy = (policy: unknown) => of("s3/bucketPolicy:BucketPolicy")({ bucket: "acme-shop", policy });
const point = of("s3/accessPoint:AccessPoint");
const pointPolicy = of("s3control/accessPointPolicy:AccessPointPolicy");
const open = json({ ...read, Principal: "*" });
const when = (test: string, key: string, value: unknown) =>
  bucketPolicy(json({ ...read, Principal: "*", Condition: { [test]: { [key]: value } } }));

export const examples: Examples = {
  denied: [
    {
      title: "a policy for everyone, inside a bucket and beside it",
      resources: {
        shop: bucket({ policy: open }),
        old: of("s3/bucketV2:BucketV2")({ policy: open }),
        typed: bucketPolicy({ Version: "2012-10-17", Statement: [{ ...read, Principal: { AWS: ["*"] } }] }),
        two: bucketPolicy(
          json({ ...read, Principal: { AWS: "111122223333" } }, { ...read, Sid: "All", Principal: "*" }),
        ),
        butOne: bucketPolicy(json({ ...read, NotPrincipal: { AWS: "111122223333" } })),
      },
      says: {
        shop: "Statement[0] of policy lets everyone in; name accounts, roles or services",
        old: "Statement[0] of policy lets everyone in",
        typed: "Statement[0] of policy lets everyone in",
        two: "Statement[1] (All) of policy lets everyone in",
        butOne: "Statement[0] of policy lets everyone in",
      },
    },
    {
      title: "policies for everyone of access points, tables and vectors",
      resources: {
        point: point({ bucket: "acme-shop", policy: open }),
        policy: pointPolicy({ accessPointArn: ref("bare"), policy: open }),
        bare: point({ bucket: "acme-shop" }),
        everywhere: of("s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy")({
          details: { name: "shop", policy: open },
        }),
        lambda: of("s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy")({ policy: open }),
        tables: of("s3tables/tableBucketPolicy:TableBucketPolicy")({ resourcePolicy: open }),
        table: of("s3tables/tablePolicy:TablePolicy")({ resourcePolicy: open }),
        vectors: of("s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy")({ policy: open }),
      },
      says: {
        point: "Statement[0] of policy",
        policy: "Statement[0] of policy",
        everywhere: "Statement[0] of details.policy",
        lambda: "Statement[0] of policy",
        tables: "Statement[0] of resourcePolicy",
        table: "Statement[0] of resourcePolicy",
        vectors: "Statement[0] of policy",
      },
    },
    {
      title: "conditions that narrow nothing",
      resources: {
        world: when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]),
        referer: when("StringLike", "aws:Referer", "https://example.com/*"),
        absent: when("StringEqualsIfExists", "aws:SourceVpce", "vpce-1"),
        halves: when("IpAddress", "aws:SourceIp", ["0.0.0.0/1", "128.0.0.0/1"]),
        organisations: when("StringLike", "aws:PrincipalOrgID", "o-*"),
        accounts: when("StringLike", "aws:SourceAccount", "????????????"),
        endpoints: when("StringLike", "aws:SourceVpce", "vpce-*"),
        points: when("ArnLike", "s3:DataAccessPointArn", "arn:aws:s3:*:*:accesspoint/shop"),
        any: when("StringLike", "aws:PrincipalArn", "*"),
      },
      says: {
        world: "lets everyone in",
        referer: "lets everyone in",
        absent: "lets everyone in",
        halves: "lets everyone in",
        organisations: "lets everyone in",
        accounts: "lets everyone in",
        endpoints: "lets everyone in",
        points: "lets everyone in",
        any: "lets everyone in",
      },
    },
    {
      title: "a condition whose key the settings do not take",
      settings: { conditionKeys: ["aws:PrincipalOrgID"] },
      resources: {
        office: when("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
        organisation: when("StringEquals", "aws:PrincipalOrgID", "o-1a2b3c4d5e"),
      },
      says: { office: "lets everyone in" },
    },
  ],
  allowed: [
    {
      title: "accounts, services and CloudFront's identity",
      resources: {
        account: bucketPolicy(json({ ...read, Principal: { AWS: "arn:aws:iam::111122223333:root" } })),
        cloudfront: bucketPolicy(
          json({
            ...{ ...read, Principal: { Service: "cloudfront.amazonaws.com" } },
            Condition: { StringEquals: { "aws:SourceArn": "arn:aws:cloudfront::111122223333:distribution/E1" } },
          }),
        ),
        identity: bucketPolicy(json({ ...read, Principal: { CanonicalUser: "1a2b" } })),
        none: bucket({}),
      },
    },
    {
      title: "everyone of an organisation, a network, or a bucket's access points",
      resources: {
        organisation: when("StringEquals", "aws:PrincipalOrgID", "o-1a2b3c4d5e"),
        offices: when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"]),
        network: when("StringEquals", "aws:SourceVpce", "vpce-1a2b"),
        points: when("StringEquals", "s3:DataAccessPointAccount", "111122223333"),
      },
    },
    {
      title: "statements that deny everyone",
      resources: {
        tls: bucketPolicy(
          json({ ...read, Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ),
      },
    },
    {
      title: "access points that only a VPC reaches",
      resources: {
        net: of("ec2/vpc:Vpc")({ cidrBlock: "10.0.0.0/16" }),
        own: point({ bucket: "acme-shop", vpcConfiguration: { vpcId: ref("net") }, policy: open }),
        bare: point({ bucket: "acme-shop", vpcConfiguration: { vpcId: ref("net") } }),
        policy: pointPolicy({ accessPointArn: ref("bare", "arn"), policy: open }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that names resources of the stack, and so is not known",
      resources: {
        shop: bucketPolicy(UNKNOWN),
        point: point({ bucket: "acme-shop", policy: UNKNOWN }),
        policy: pointPolicy({ accessPointArn: "arn:aws:s3:eu-west-1:111122223333:accesspoint/shop", policy: UNKNOWN }),
      },
      says: {
        shop: "policy is not known yet",
        point: "policy is not known yet",
        policy: "policy is not known yet",
      },
    },
    {
      title: "a principal or a condition that is not known",
      resources: {
        who: bucketPolicy({ Statement: [{ ...read, Principal: { AWS: UNKNOWN } }] }),
        when: bucketPolicy({
          Statement: [{ ...read, Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": UNKNOWN } } }],
        }),
      },
      says: { who: "policy is not known yet", when: "policy is not known yet" },
    },
  ],
};
