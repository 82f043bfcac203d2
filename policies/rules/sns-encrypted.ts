import { keyFault } from "../facts/customer-keys";
import { topicType } from "../facts/messaging";
import { asText, at } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

export const snsEncrypted = rule({
  name: "sns-encrypted",
  displayName: "Topics are encrypted",
  description: "Every topic of SNS encrypts messages with a KMS key.",
  why: "SNS stores messages until they are delivered, and they hold whatever the application knows.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-1",
  remediationSteps:
    'Set kmsMasterKeyId to a KMS key of the account, or to "alias/aws/sns". Services of AWS that publish, such as CloudWatch alarms, need a key of the account, whose policy lets them use it.',
  controls: { fsbp: ["SNS.1"] },
  settings: { cmk: flag(false, "Whether it must be a key of the account, and not the one that AWS keeps.") },
  types: [topicType],
  resource({ resource, settings: { cmk }, deny }) {
    const key = asText(at(resource.props, "kmsMasterKeyId"));
    // What another resource makes is not known at preview, but then a key is named, and it is the account's own.
    if (typeof key === "symbol") return;
    const fault = keyFault(key, []);
    const isMissing = key === undefined || key === "";
    if (typeof fault === "string" && (cmk || isMissing)) deny(`kmsMasterKeyId ${fault}`);
  },
});
