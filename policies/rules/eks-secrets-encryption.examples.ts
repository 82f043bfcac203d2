import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (encryptionConfig?: unknown) => ({ type: "aws:eks/cluster:Cluster", props: { encryptionConfig } });
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a cluster that says nothing of encryption",
      resources: { shop: cluster() },
      says: { shop: "encryptionConfig is not set; encrypt secrets with a KMS key" },
    },
    {
      title: "encryption of other things, or without a key",
      resources: {
        other: cluster({ resources: [], provider: { keyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" } }),
        keyless: cluster({ resources: ["secrets"], provider: {} }),
      },
      says: {
        other: 'encryptionConfig.resources lacks "secrets"; add it',
        keyless: "encryptionConfig.provider.keyArn is not set",
      },
    },
  ],
  allowed: [
    {
      title: "secrets that are encrypted with a key of the stack",
      resources: { key, shop: cluster({ resources: ["secrets"], provider: { keyArn: ref("key", "arn") } }) },
    },
  ],
  undecided: [
    {
      title: "an encryption that is not known",
      resources: { shop: cluster(UNKNOWN) },
      says: { shop: "encryptionConfig is not known yet" },
    },
    {
      title: "resources of which one is not known",
      resources: { shop: cluster({ resources: [UNKNOWN], provider: { keyArn: "arn" } }) },
      says: { shop: "encryptionConfig.resources is not known yet" },
    },
  ],
};
