import { isGiven } from "../facts/given";
import { logGroupType } from "../facts/log-groups";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const logGroupEncrypted = rule({
  name: "log-group-encrypted",
  displayName: "Log groups are encrypted with a key of your own",
  description: "Every log group is encrypted with a KMS key of the account, in place of the key that CloudWatch owns.",
  why: "Reading the logs then takes the right to use the key as well, which its owner gives and takes.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  remediationSteps: "Set kmsKeyId to the ARN of a KMS key whose policy lets the logs service of the region use it.",
  controls: {},
  types: [logGroupType],
  resource({ resource: { props }, deny, undecided }) {
    const key = at(props, "kmsKeyId");
    if (key === UNKNOWN || isGiven(key)) return;
    // Those that only pass logs on take no key.
    const logGroupClass = at(props, "logGroupClass");
    if (logGroupClass === UNKNOWN) undecided("logGroupClass");
    else if (logGroupClass !== "DELIVERY") deny("kmsKeyId is not set; set it to the ARN of a KMS key");
  },
});
