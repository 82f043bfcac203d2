import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type: `aws:s3/${type}`, props: { ...props } });
const bucket = of("bucket:Bucket");
const acl = of("bucketAcl:BucketAcl");
const everyone = "http://acs.amazonaws.com/groups/global/AllUsers";
const users = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
const delivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";
const toGroup = (uri: unknown) => ({ type: "Group", permissions: ["READ"], uri });
const granting = (...uris: unknown[]) => ({
  owner: { id: "1a2b" },
  grants: uris.map((uri) => ({ permission: "READ", grantee: { type: "Group", uri } })),
});

export const examples: Examples = {
  denied: [
    {
      title: "canned ACLs for everyone, of buckets and of their ACLs",
      resources: {
        shop: bucket({ acl: "public-read" }),
        old: of("bucketV2:BucketV2")({ acl: "public-read-write" }),
        beside: acl({ bucket: ref("shop"), acl: "authenticated-read" }),
        twin: of("bucketAclV2:BucketAclV2")({ bucket: ref("old"), acl: "public-read" }),
      },
      says: {
        shop: 'acl is "public-read"; set it to "private"',
        old: 'acl is "public-read-write"',
        beside: 'acl is "authenticated-read"',
        twin: 'acl is "public-read"',
      },
    },
    {
      title: "canned ACLs of objects and copies",
      resources: {
        index: of("bucketObject:BucketObject")({ bucket: "shop", key: "index.html", acl: "public-read" }),
        style: of("bucketObjectv2:BucketObjectv2")({ bucket: "shop", key: "style.css", acl: "public-read" }),
        copy: of("objectCopy:ObjectCopy")({ bucket: "shop", key: "b", source: "shop/a", acl: "public-read" }),
      },
      says: { index: 'acl is "public-read"', style: 'acl is "public-read"', copy: 'acl is "public-read"' },
    },
    {
      title: "grants to everyone, of buckets, ACLs, logs and copies",
      resources: {
        shop: bucket({ grants: [toGroup(delivery), toGroup(everyone)] }),
        beside: acl({ bucket: ref("shop"), accessControlPolicy: granting(delivery, users, users) }),
        log: of("bucketLogging:BucketLogging")({
          bucket: ref("shop"),
          targetBucket: "logs",
          targetGrants: [{ permission: "READ", grantee: { type: "Group", uri: everyone } }],
        }),
        copy: of("objectCopy:ObjectCopy")({ bucket: "shop", key: "b", source: "shop/a", grants: [toGroup(everyone)] }),
      },
      says: {
        shop: `grants.uri names "${everyone}"; remove the grant`,
        beside: `accessControlPolicy.grants.grantee.uri names "${users}"`,
        log: `targetGrants.grantee.uri names "${everyone}"`,
        copy: `grants.uri names "${everyone}"`,
      },
      beyondRemedy: ["shop", "beside", "log", "copy"],
    },
  ],
  allowed: [
    {
      title: "ACLs that are private or not set",
      resources: {
        shop: bucket({}),
        own: bucket({ acl: "private" }),
        beside: acl({ bucket: ref("shop"), acl: "bucket-owner-full-control" }),
        index: of("bucketObject:BucketObject")({ bucket: ref("shop"), key: "index.html" }),
      },
    },
    {
      title: "ACLs that let AWS deliver logs",
      resources: {
        canned: acl({ bucket: "logs", acl: "log-delivery-write" }),
        granted: bucket({ grants: [toGroup(delivery), { type: "CanonicalUser", permissions: ["READ"], id: "1a2b" }] }),
      },
    },
  ],
  undecided: [
    {
      title: "an ACL or a group that is not known",
      resources: {
        shop: bucket({ acl: UNKNOWN }),
        granted: bucket({ grants: [toGroup(delivery), toGroup(UNKNOWN)] }),
        beside: acl({ bucket: "shop", accessControlPolicy: UNKNOWN }),
      },
      says: {
        shop: "acl is not known yet",
        granted: "grants.uri is not known yet",
        beside: "accessControlPolicy.grants.grantee.uri is not known yet",
      },
    },
  ],
};
