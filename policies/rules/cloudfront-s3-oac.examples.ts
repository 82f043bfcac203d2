import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const domainName = "files.s3.eu-west-1.amazonaws.com";
const distribution = (...origins: unknown[]) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { origins },
});
const files = (props: object = {}) => ({ originId: "files", domainName, ...props });
const identity = files({ s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } });
const control = (signingBehavior: unknown) => ({
  type: "aws:cloudfront/originAccessControl:OriginAccessControl",
  props: { originAccessControlOriginType: "s3", signingBehavior, signingProtocol: "sigv4" },
});
const bucket = { type: "aws:s3/bucket:Bucket", props: { bucket: "files" } };
const policy = (text: unknown) => ({
  type: "aws:s3/bucketPolicy:BucketPolicy",
  props: { bucket: "files", policy: text },
});
const read = (Condition?: unknown) => ({
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::files/*",
  Condition,
});
const signed = files({ originAccessControlId: ref("control") });
const ofOne = { StringEquals: { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" } };

export const examples: Examples = {
  denied: [
    {
      title: "a bucket that CloudFront asks like anyone else",
      resources: {
        site: distribution(files()),
        empty: distribution(files({ originAccessControlId: "", s3OriginConfig: { originAccessIdentity: "" } })),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { origins: [{ id: "files", domainName }] },
        },
      },
      says: {
        site: "origins[0].originAccessControlId is not set; name an OriginAccessControl",
        empty: "origins[0].originAccessControlId is not set",
        saas: "origins[0].originAccessControlId is not set",
      },
    },
    {
      title: "an origin access identity",
      resources: { site: distribution(identity) },
      says: { site: "origins[0] has an origin access identity; set originAccessControlId in its place" },
    },
    {
      title: "a control that never signs",
      resources: { control: control("never") },
      says: { control: 'signingBehavior is "never", so that its origins must be public; set it to "always"' },
    },
    {
      title: "a policy that lets in every distribution of AWS",
      resources: {
        control: control("always"),
        site: distribution(signed),
        files: bucket,
        policy: policy(JSON.stringify({ Statement: [read()] })),
      },
      says: { files: "Statement[0] of its policy lets in every distribution of AWS; add a condition on AWS:SourceArn" },
    },
    {
      title: "a policy whose condition leaves everything open",
      resources: {
        control: control("always"),
        site: distribution(signed),
        files: bucket,
        policy: policy({ Statement: read({ StringLike: { "AWS:SourceArn": "*" } }) }),
      },
      says: { files: "Statement[0] of its policy lets in every distribution of AWS" },
    },
    {
      title: "such a policy of a bucket that no distribution of the stack reads",
      resources: { files: bucket, policy: policy({ Statement: [read()] }) },
      says: { files: "Statement[0] of its policy lets in every distribution of AWS" },
    },
  ],
  allowed: [
    {
      title: "a control that signs, and a policy for the distribution or its account",
      resources: {
        control: control("always"),
        site: distribution(signed),
        files: bucket,
        policy: policy({ Statement: [read(ofOne), read({ StringEquals: { "aws:SourceAccount": "123456789012" } })] }),
      },
    },
    {
      title: "a policy for the distribution by its output",
      resources: {
        control: control("always"),
        site: distribution(signed),
        files: bucket,
        policy: policy({ Statement: read({ StringEquals: { "AWS:SourceArn": ref("site", "arn") } }) }),
      },
    },
    {
      title: "an identity where the settings accept it",
      settings: { acceptOai: true },
      resources: { site: distribution(identity) },
    },
    {
      title: "origins that are no buckets",
      resources: {
        site: distribution(
          {
            originId: "app",
            domainName: "app.example.com",
            customOriginConfig: { originProtocolPolicy: "https-only" },
          },
          { originId: "vpc", domainName: "app.internal", vpcOriginConfig: { vpcOriginId: "vo_1" } },
        ),
      },
    },
    {
      title: "what is not known of a bucket that no distribution of the stack reads",
      resources: { files: bucket, policy: policy(UNKNOWN) },
    },
  ],
  undecided: [
    {
      title: "origins, or how they are signed, that are not known",
      resources: {
        site: { type: "aws:cloudfront/distribution:Distribution", props: { origins: UNKNOWN } },
        one: distribution(UNKNOWN),
        control: control(UNKNOWN),
      },
      says: {
        site: "origins is not known yet",
        one: "origins[0] is not known yet",
        control: "signingBehavior is not known yet",
      },
    },
    {
      title: "a policy of the bucket that is not known",
      resources: {
        control: control("always"),
        site: distribution(signed),
        files: bucket,
        policy: policy(UNKNOWN),
      },
      says: { files: "its policy is not known yet" },
    },
  ],
};
