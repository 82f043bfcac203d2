import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({ type: "aws:cloudwatch/logGroup:LogGroup", props: { ...props } });
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "log groups without a key",
      resources: { web: group({ retentionInDays: 14 }), empty: group({ kmsKeyId: "" }) },
      says: { web: "kmsKeyId is not set; set it to the ARN of a KMS key", empty: "kmsKeyId is not set" },
    },
  ],
  allowed: [
    { title: "a log group with a key of the stack", resources: { key, web: group({ kmsKeyId: ref("key", "arn") }) } },
    { title: "a log group that only passes its logs on", resources: { web: group({ logGroupClass: "DELIVERY" }) } },
  ],
  undecided: [
    {
      title: "a log group without a key whose class is not known",
      resources: { web: group({ logGroupClass: UNKNOWN }) },
      says: { web: "logGroupClass" },
    },
  ],
};
