import { type Examples, ref } from "../examples";

const of = (type: string, props: object) => ({ type: `aws:kms/${type}`, props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "keys without a policy, and beside that of another key",
      resources: {
        shop: of("key:Key", {}),
        copy: of("replicaKey:ReplicaKey", { primaryKeyArn: ref("shop", "arn") }),
        other: of("keyPolicy:KeyPolicy", { keyId: "0a1b2c3d", policy: "{}" }),
      },
      says: {
        shop: "policy is not set, and no aws.kms.KeyPolicy names it; state one",
        copy: "policy is not set, and no aws.kms.KeyPolicy names it",
      },
    },
  ],
  allowed: [
    {
      title: "a policy of its own, one beside it, and one that is not known yet",
      resources: {
        own: of("key:Key", { policy: "{}" }),
        shop: of("key:Key", {}),
        ofShop: of("keyPolicy:KeyPolicy", { keyId: ref("shop"), policy: "{}" }),
        role: { type: "aws:iam/role:Role", props: {} },
        computed: of("key:Key", { policy: ref("role", "arn") }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy of a key that is not known",
      resources: {
        topic: { type: "aws:sns/topic:Topic", props: {} },
        shop: of("key:Key", {}),
        some: of("keyPolicy:KeyPolicy", { keyId: ref("topic", "kmsMasterKeyId"), policy: "{}" }),
      },
      says: { shop: "which key an aws.kms.KeyPolicy names is not known yet" },
    },
  ],
};
