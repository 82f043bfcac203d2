import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (...domainNames: unknown[]) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { origins: domainNames.map((domainName) => ({ originId: "site", domainName })) },
});
const bucket = { type: "aws:s3/bucket:Bucket", props: { bucket: "acme-site" } };

export const examples: Examples = {
  denied: [
    {
      title: "buckets that the stack does not have, in all the forms of their names",
      resources: {
        site: distribution("acme-site.s3.amazonaws.com", "acme-site.s3.eu-west-1.amazonaws.com"),
        web: distribution(
          "acme-site.s3-website-eu-west-1.amazonaws.com",
          "acme-site.s3-website.eu-central-1.amazonaws.com",
        ),
        other: distribution("acme.media.s3.dualstack.eu-west-1.amazonaws.com"),
      },
      says: {
        site: [
          'origins[0].domainName is "acme-site.s3.amazonaws.com", of a bucket that the stack does not have; name its resource',
          'origins[1].domainName is "acme-site.s3.eu-west-1.amazonaws.com"',
        ],
        web: ["origins[0].domainName", "origins[1].domainName"],
        other: "origins[0].domainName",
      },
    },
    {
      title: "a bucket beside the one that the stack has",
      resources: { site: bucket, cdn: distribution("acme-site.s3.amazonaws.com", "acme-old.s3.amazonaws.com") },
      says: { cdn: 'origins[1].domainName is "acme-old.s3.amazonaws.com"' },
    },
  ],
  allowed: [
    {
      title: "a bucket of the stack, by its output and by its name",
      resources: {
        site: bucket,
        cdn: distribution(ref("site", "bucketRegionalDomainName"), "acme-site.s3.eu-west-1.amazonaws.com"),
      },
    },
    {
      title: "a bucket that is listed",
      settings: { allow: ["acme-shared"] },
      resources: { cdn: distribution("acme-shared.s3.eu-west-1.amazonaws.com") },
    },
    {
      title: "origins that are no buckets",
      resources: {
        app: { type: "aws:lb/loadBalancer:LoadBalancer", props: {} },
        cdn: distribution("app.example.com", "x.execute-api.eu-west-1.amazonaws.com", ref("app", "dnsName")),
      },
    },
  ],
  undecided: [
    {
      title: "a name that is looked up",
      resources: {
        cdn: distribution(UNKNOWN),
        control: { type: "aws:cloudfront/originAccessControl:OriginAccessControl", props: {} },
        signed: {
          type: "aws:cloudfront/distribution:Distribution",
          props: { origins: [{ domainName: UNKNOWN, originAccessControlId: ref("control") }] },
        },
        all: { type: "aws:cloudfront/distribution:Distribution", props: { origins: UNKNOWN } },
      },
      says: {
        cdn: "origins[0].domainName is not known yet",
        signed: "origins[0].domainName is not known yet",
        all: "origins is not known yet",
      },
    },
  ],
};
