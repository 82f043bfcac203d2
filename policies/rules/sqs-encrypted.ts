import { keyFault } from "../facts/customer-keys";
import { queueType } from "../facts/messaging";
import { asBoolean, asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { flag } from "../settings";

export const sqsEncrypted = rule({
  name: "sqs-encrypted",
  displayName: "Queues are encrypted",
  description: "Every queue of SQS encrypts messages, with a key of SQS or of KMS.",
  why: "A queue keeps messages for up to 14 days, and they hold whatever the application knows.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-1",
  remediationSteps: "Leave out sqsManagedSseEnabled or set it to true, or set kmsMasterKeyId to a KMS key.",
  controls: { fsbp: ["SQS.1"] },
  settings: { cmk: flag(false, "Whether it must be a KMS key of the account.") },
  types: [queueType],
  resource({ resource, settings: { cmk }, deny, undecided }) {
    const { key, isManaged } = encryptionOf(resource);
    const fault = cmk ? keyFault(key, []) : undefined;
    if (typeof fault === "string") deny(`kmsMasterKeyId ${fault}`);
    else if (!cmk && !hasKey(key)) {
      if (isManaged === UNKNOWN) undecided("sqsManagedSseEnabled");
      else if (isManaged === false) deny(`sqsManagedSseEnabled is ${shown(isManaged)}; set it to true`);
    }
  },
  remediate(resource, { cmk }) {
    const { key, isManaged } = encryptionOf(resource);
    return !cmk && !hasKey(key) && isManaged === false ? [{ path: ["sqsManagedSseEnabled"], value: true }] : [];
  },
});

/**
 * A queue that says nothing is encrypted with a key of SQS.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
 */
function encryptionOf({ props }: Resource): { key: Fact<string>; isManaged: Fact<boolean> } {
  return { key: asText(at(props, "kmsMasterKeyId")), isManaged: asBoolean(at(props, "sqsManagedSseEnabled")) };
}

/** What another resource makes is not known at preview, but then a key is named. */
function hasKey(key: Fact<string>): boolean {
  return key !== undefined && key !== "";
}
