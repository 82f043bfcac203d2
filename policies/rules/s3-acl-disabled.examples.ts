import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type: `aws:s3/${type}`, props: { ...props } });
const bucket = of("bucket:Bucket");
const acl = of("bucketAcl:BucketAcl");
const ownership = (objectOwnership: unknown, bucket: unknown = "acme-shop") =>
  of("bucketOwnershipControls:BucketOwnershipControls")({ bucket, rule: { objectOwnership } });
const toUser = (id: unknown) => ({ permission: "READ", grantee: { type: "CanonicalUser", id } });

export const examples: Examples = {
  denied: [
    {
      title: "ownership that turns ACLs on",
      resources: {
        shop: bucket({}),
        preferred: ownership("BucketOwnerPreferred", ref("shop")),
        writer: ownership("ObjectWriter"),
      },
      says: {
        preferred:
          'rule.objectOwnership is "BucketOwnerPreferred", which turns ACLs on; set it to "BucketOwnerEnforced"',
        writer: 'rule.objectOwnership is "ObjectWriter"',
      },
    },
    {
      title: "ownership of which nothing is said",
      resources: { silent: of("bucketOwnershipControls:BucketOwnershipControls")({ bucket: "acme-shop" }) },
      says: { silent: "rule.objectOwnership is not set" },
    },
    {
      title: "canned ACLs that let others in",
      resources: {
        logs: acl({ bucket: "acme-logs", acl: "log-delivery-write" }),
        twin: of("bucketAclV2:BucketAclV2")({ bucket: "acme-shop", acl: "authenticated-read" }),
        inside: bucket({ acl: "public-read" }),
        old: of("bucketV2:BucketV2")({ acl: "aws-exec-read" }),
      },
      says: {
        logs: 'acl is "log-delivery-write"; leave it out and use a bucket policy',
        twin: 'acl is "authenticated-read"',
        inside: 'acl is "public-read"',
        old: 'acl is "aws-exec-read"',
      },
      beyondRemedy: ["logs", "twin", "inside", "old"],
    },
    {
      title: "grants to others",
      resources: {
        beside: acl({
          bucket: "acme-shop",
          accessControlPolicy: { owner: { id: "1a2b" }, grants: [toUser("1a2b"), toUser("3c4d")] },
        }),
        inside: bucket({ grants: [{ type: "CanonicalUser", permissions: ["READ"], id: "3c4d" }] }),
      },
      says: {
        beside: "accessControlPolicy.grants[1] lets in others by an ACL; use a bucket policy",
        inside: "grants[0] lets in others by an ACL",
      },
      beyondRemedy: ["beside", "inside"],
    },
  ],
  allowed: [
    {
      title: "buckets without ACLs, by their own word or by AWS's default",
      resources: { silent: bucket({}), shop: bucket({}), enforced: ownership("BucketOwnerEnforced", ref("shop")) },
    },
    {
      title: "ACLs that are the owner's alone",
      resources: {
        inside: bucket({ acl: "private" }),
        beside: acl({ bucket: ref("inside"), acl: "private" }),
        written: acl({
          bucket: "acme-shop",
          accessControlPolicy: { owner: { id: "1a2b" }, grants: [toUser("1a2b")] },
        }),
        made: bucket({
          acl: "",
          grants: [{ type: "CanonicalUser", permissions: ["FULL_CONTROL"], id: "1a2b", uri: "" }],
        }),
      },
    },
  ],
  undecided: [
    {
      title: "ownership, an ACL or grants that are not known",
      resources: {
        ownership: ownership(UNKNOWN),
        inside: bucket({ acl: UNKNOWN }),
        grants: bucket({ grants: UNKNOWN }),
        who: acl({ bucket: "a", accessControlPolicy: { owner: { id: "1a2b" }, grants: [toUser(UNKNOWN)] } }),
        owner: acl({ bucket: "b", accessControlPolicy: { owner: { id: UNKNOWN }, grants: [toUser("1a2b")] } }),
      },
      says: {
        ownership: "rule.objectOwnership is not known yet",
        inside: "acl is not known yet",
        grants: "grants is not known yet",
        who: "accessControlPolicy.grants[0] is not known yet",
        owner: "accessControlPolicy.grants[0] is not known yet",
      },
    },
  ],
};
