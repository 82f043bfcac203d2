import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const files = { originId: "files", domainName: "files.s3.eu-west-1.amazonaws.com", originAccessControlId: "E1" };
const app = {
  originId: "app",
  domainName: "app.example.com",
  customOriginConfig: { originProtocolPolicy: "https-only" },
};
const distribution = (targetOriginId: unknown, props: Record<string, unknown> = {}) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { origins: [files, app], defaultCacheBehavior: { targetOriginId }, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a bucket that answers the first page without an object for it",
      resources: {
        site: distribution("files"),
        empty: distribution("files", { defaultRootObject: "" }),
        old: distribution("old", { origins: [{ originId: "old", s3OriginConfig: { originAccessIdentity: "" } }] }),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: {
            origins: [{ id: "files", domainName: files.domainName }],
            defaultCacheBehavior: { targetOriginId: "files" },
          },
        },
      },
      says: {
        site: 'defaultRootObject is not set, and its first page comes from a bucket; set it, say to "index.html"',
        empty: "defaultRootObject is not set",
        old: "defaultRootObject is not set",
        saas: "defaultRootObject is not set",
      },
    },
    {
      title: "a group of buckets",
      resources: {
        site: distribution("both", {
          origins: [files, { ...files, originId: "copy" }],
          originGroups: [{ originId: "both", members: [{ originId: "files" }, { originId: "copy" }] }],
        }),
      },
      says: { site: "its first page comes from a bucket" },
    },
  ],
  allowed: [
    {
      title: "a first page that is named",
      resources: { site: distribution("files", { defaultRootObject: "index.html" }) },
    },
    {
      title: "an application that answers the first page, with a bucket for other paths",
      resources: {
        app: distribution("app", { orderedCacheBehaviors: [{ pathPattern: "/assets/*", targetOriginId: "files" }] }),
        first: distribution("files", { orderedCacheBehaviors: [{ pathPattern: "/", targetOriginId: "app" }] }),
      },
    },
  ],
  undecided: [
    {
      title: "an object, origins, or the one that is meant, that are not known",
      resources: {
        site: distribution("files", { defaultRootObject: UNKNOWN }),
        all: distribution("files", { origins: UNKNOWN }),
        one: distribution(UNKNOWN),
      },
      says: {
        site: "defaultRootObject is not known yet",
        all: "the origin of its default cache behaviour is not known yet",
        one: "the origin of its default cache behaviour is not known yet",
      },
    },
  ],
};
