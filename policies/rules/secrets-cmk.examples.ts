import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const secret = (props: object) => ({ type: "aws:secretsmanager/secret:Secret", props: { ...props } });
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "secrets and copies of them with the key that AWS keeps",
      resources: {
        bare: secret({}),
        aws: secret({ kmsKeyId: "alias/aws/secretsmanager" }),
        copied: secret({ kmsKeyId: "alias/shop", replicas: [{ region: "eu-central-1" }] }),
      },
      says: {
        bare: "kmsKeyId is not set; name a KMS key of the account",
        aws: 'kmsKeyId is "alias/aws/secretsmanager", a key that AWS keeps',
        copied: "replicas[0].kmsKeyId is not set",
      },
    },
  ],
  allowed: [
    {
      title: "keys of the account",
      resources: {
        key,
        db: secret({ kmsKeyId: ref("key", "arn"), replicas: [{ region: "eu-central-1", kmsKeyId: "alias/shop" }] }),
      },
    },
  ],
  undecided: [
    {
      title: "copies that are not known, and a key that may be one of the list",
      settings: { keyIds: ["alias/shop"] },
      resources: {
        key,
        db: secret({ kmsKeyId: "alias/shop", replicas: UNKNOWN }),
        api: secret({ kmsKeyId: ref("key", "arn") }),
      },
      says: { db: "replicas is not known yet", api: "kmsKeyId is not known yet" },
    },
  ],
};
