import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const queue = (props: object) => ({ type: "aws:sqs/queue:Queue", props: { name: "orders", ...props } });
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "queues whose encryption is off",
      resources: { off: queue({ sqsManagedSseEnabled: false }), text: queue({ sqsManagedSseEnabled: "false" }) },
      says: {
        off: "sqsManagedSseEnabled is false; set it to true",
        text: "sqsManagedSseEnabled is false; set it to true",
      },
    },
    {
      title: "queues without a key of the account, where the settings want one",
      settings: { cmk: true },
      resources: {
        managed: queue({ sqsManagedSseEnabled: true }),
        theirs: queue({ kmsMasterKeyId: "alias/aws/sqs" }),
      },
      says: {
        managed: "kmsMasterKeyId is not set; name a KMS key of the account",
        theirs: 'kmsMasterKeyId is "alias/aws/sqs", a key that AWS keeps',
      },
      beyondRemedy: ["managed", "theirs"],
    },
  ],
  allowed: [
    {
      title: "queues with a key of SQS, which is what AWS gives them, or of KMS",
      resources: {
        key,
        bare: queue({}),
        managed: queue({ sqsManagedSseEnabled: "true" }),
        own: queue({ kmsMasterKeyId: ref("key"), sqsManagedSseEnabled: false }),
        theirs: queue({ kmsMasterKeyId: "alias/aws/sqs" }),
      },
    },
    {
      title: "a key of the account, where the settings want one",
      settings: { cmk: true },
      resources: { key, own: queue({ kmsMasterKeyId: ref("key") }) },
    },
  ],
  undecided: [
    {
      title: "encryption that is not known",
      resources: { managed: queue({ sqsManagedSseEnabled: UNKNOWN }) },
      says: { managed: "sqsManagedSseEnabled is not known yet" },
    },
  ],
};
