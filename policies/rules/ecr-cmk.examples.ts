import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const repository = (encryptionConfigurations?: unknown) => ({
  type: "aws:ecr/repository:Repository",
  props: { encryptionConfigurations },
});

export const examples: Examples = {
  denied: [
    {
      title: "a repository with a key of S3, said or not",
      resources: { silent: repository(), aes: repository([{ encryptionType: "AES256" }]) },
      says: {
        silent: 'encryptionConfigurations[0].encryptionType is not set; set it to "KMS"',
        aes: 'encryptionConfigurations[0].encryptionType is "AES256"',
      },
    },
    {
      title: "a repository with the key that AWS keeps",
      resources: { web: repository([{ encryptionType: "KMS" }]) },
      says: { web: "encryptionConfigurations[0].kmsKey is not set; name a KMS key" },
    },
  ],
  allowed: [
    {
      title: "a repository with a key of the stack",
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        web: repository([{ encryptionType: "KMS", kmsKey: ref("key", "arn") }]),
      },
    },
  ],
  undecided: [
    {
      title: "an encryption that is not known",
      resources: { all: repository(UNKNOWN), type: repository([{ encryptionType: UNKNOWN }]) },
      says: {
        all: "encryptionConfigurations is not known yet",
        type: "encryptionConfigurations[0].encryptionType is not known yet",
      },
    },
  ],
};
