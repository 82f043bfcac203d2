import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const website = (of: unknown, props: object = { indexDocument: { suffix: "index.html" } }) => ({
  type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
  props: { bucket: of, ...props },
});
const distribution = (...origins: object[]) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { origins: origins.map((origin, index) => ({ originId: `o${index}`, ...origin })) },
});
const control = {
  type: "aws:cloudfront/originAccessControl:OriginAccessControl",
  props: { signingBehavior: "always" },
};
const signed = (domainName: unknown) => ({ domainName, originAccessControlId: ref("control") });
const custom = (domainName: unknown) => ({ domainName, customOriginConfig: { originProtocolPolicy: "http-only" } });
const domain = (name: string) => ref(name, "bucketRegionalDomainName");

export const examples: Examples = {
  denied: [
    {
      title: "websites without CloudFront, in each place",
      resources: {
        site: bucket(),
        beside: website(ref("site")),
        inside: bucket({ website: { indexDocument: "index.html" } }),
        old: bucket({ websites: [{ indexDocument: "index.html" }] }, "aws:s3/bucketV2:BucketV2"),
      },
      says: {
        site: "its website is public; serve it through CloudFront with origin access control",
        inside: "its website is public",
        old: "its website is public",
      },
    },
    {
      title: "a website whose own endpoint CloudFront asks",
      resources: {
        site: bucket(),
        beside: website(ref("site")),
        cdn: distribution(custom(ref("beside", "websiteEndpoint"))),
        named: bucket({ bucket: "acme-site" }),
        other: website("acme-site"),
        edge: distribution(custom("acme-site.s3-website.eu-west-1.amazonaws.com")),
      },
      says: {
        site: "its website is public, for its distribution does not sign; set originAccessControlId of the origin",
        named: "its website is public, for its distribution does not sign",
      },
    },
    {
      title: "a website that one distribution asks without signing, although another signs",
      resources: {
        ...{ control, site: bucket({ bucket: "acme-site" }), beside: website("acme-site") },
        good: distribution(signed("acme-site.s3.eu-west-1.amazonaws.com")),
        bad: distribution({
          domainName: "acme-site.s3.eu-west-1.amazonaws.com",
          s3OriginConfig: { originAccessIdentity: "" },
        }),
      },
      says: { site: "its distribution does not sign" },
    },
  ],
  allowed: [
    {
      title: "a bucket without a website, also as a state shows it",
      resources: { site: bucket(), made: bucket({ website: {} }) },
    },
    {
      title: "a website behind a distribution that signs",
      resources: {
        ...{ control, site: bucket(), beside: website(ref("site")), cdn: distribution(signed(domain("site"))) },
        old: bucket({ bucket: "acme-old", website: { indexDocument: "index.html" } }),
        identity: distribution({
          domainName: "acme-old.s3.amazonaws.com",
          s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
        }),
      },
    },
    {
      title: "a website that redirects all requests",
      resources: {
        www: bucket(),
        beside: website(ref("www"), { redirectAllRequestsTo: { hostName: "acme.example", protocol: "https" } }),
        old: bucket({ website: { redirectAllRequestsTo: "https://acme.example" } }),
      },
    },
  ],
  undecided: [
    {
      title: "a website that is one of several origins, of which some sign",
      resources: {
        ...{ control, site: bucket(), media: bucket(), beside: website(ref("site")) },
        cdn: distribution(signed(domain("site")), custom(domain("media"))),
      },
      says: { site: "how its distribution reaches it is not known yet" },
    },
    {
      title: "a website of one bucket or another",
      resources: { a: bucket(), b: bucket(), beside: website([ref("a"), ref("b")]) },
      says: { a: "its website is not known yet", b: "its website is not known yet" },
    },
  ],
};
