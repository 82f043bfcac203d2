import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const key = { type: "aws:kms/key:Key", props: {} };
const trail = (props: object = {}) => ({
  type: "aws:cloudtrail/trail:Trail",
  props: {
    s3BucketName: "trail",
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
    kmsKeyId: ref("key", "arn"),
    ...props,
  },
});
const passwords = { type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a stack that sets up an account without a trail",
      resources: { passwords },
      says: { "": "it sets up an account and no trail that is on in all regions; set isMultiRegionTrail" },
    },
    {
      title: "a trail of one region, and one that is off",
      resources: { key, one: trail({ isMultiRegionTrail: undefined }), off: trail({ enableLogging: false }) },
      says: { "": "no trail that is on in all regions" },
    },
    {
      title: "a trail that is neither validated nor encrypted",
      resources: { a: trail({ enableLogFileValidation: undefined, kmsKeyId: undefined }) },
      says: {
        a: [
          "enableLogFileValidation is not set; set it to true",
          "kmsKeyId is not set; set it to the ARN of a KMS key",
        ],
      },
    },
  ],
  allowed: [
    { title: "a trail of all regions, validated and encrypted", resources: { key, passwords, a: trail() } },
    { title: "a stack of an application", resources: { key } },
  ],
  undecided: [
    {
      title: "a trail of which not all is known",
      resources: { a: trail({ kmsKeyId: UNKNOWN, enableLogFileValidation: UNKNOWN, isMultiRegionTrail: UNKNOWN }) },
      says: { a: "enableLogFileValidation", "": "whether its trail is on in all regions" },
    },
  ],
};
