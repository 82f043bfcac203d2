import { type Examples, ref } from "../examples";

const topic = (props: object) => ({ type: "aws:sns/topic:Topic", props: { name: "orders", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "topics without a key",
      resources: { bare: topic({}), empty: topic({ kmsMasterKeyId: "" }) },
      says: {
        bare: "kmsMasterKeyId is not set; name a KMS key of the account",
        empty: "kmsMasterKeyId is not set",
      },
    },
    {
      title: "AWS's own key where the settings want one of the account",
      settings: { cmk: true },
      resources: { theirs: topic({ kmsMasterKeyId: "alias/aws/sns" }) },
      says: { theirs: 'kmsMasterKeyId is "alias/aws/sns", a key that AWS keeps' },
    },
  ],
  allowed: [
    {
      title: "a key of the stack, of the account, or AWS's own",
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        made: topic({ kmsMasterKeyId: ref("key") }),
        named: topic({ kmsMasterKeyId: "alias/messages" }),
        theirs: topic({ kmsMasterKeyId: "alias/aws/sns" }),
      },
    },
  ],
  undecided: [],
};
