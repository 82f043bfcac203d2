import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const parameter = (props: object) => ({ type: "aws:ssm/parameter:Parameter", props: { ...props } });
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "secure parameters with the key that AWS keeps",
      resources: {
        bare: parameter({ type: "SecureString", value: "x" }),
        aws: parameter({ type: "SecureString", value: "x", keyId: "alias/aws/ssm" }),
      },
      says: {
        bare: "keyId is not set; name a KMS key of the account",
        aws: 'keyId is "alias/aws/ssm", a key that AWS keeps',
      },
    },
  ],
  allowed: [
    {
      title: "a key of the account, and parameters that are not encrypted",
      resources: {
        key,
        db: parameter({ type: "SecureString", value: "x", keyId: ref("key", "arn") }),
        host: parameter({ type: "String", value: "db.acme.com" }),
      },
    },
  ],
  undecided: [
    {
      title: "a type that is not known, and a key that may be one of the list",
      settings: { keyIds: ["alias/shop"] },
      resources: {
        key,
        kind: parameter({ type: UNKNOWN, value: "x" }),
        db: parameter({ type: "SecureString", value: "x", keyId: ref("key", "arn") }),
      },
      says: { kind: "type is not known yet", db: "keyId is not known yet" },
    },
  ],
};
