import { spotFleetType } from "../facts/block-devices";
import { encryptionSettings, judgeEncryption, judgeEncryptionTogether } from "../facts/disk-encryption";
import { rule } from "../rule";

export const spotFleetEncrypted = rule({
  name: "spot-fleet-encrypted",
  displayName: "Disks of spot fleets are encrypted",
  description: "Every disk that a launch specification of a Spot Fleet request asks for is encrypted at rest.",
  why: "Snapshots and copies of a plain disk are plain too, and a disk cannot be encrypted once it is there.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-173",
  remediationSteps:
    "Set encrypted to true on every block device of launchSpecifications, or launch from a template that does.",
  controls: { fsbp: ["EC2.173"] },
  settings: encryptionSettings,
  types: [spotFleetType],
  resource({ resource, settings, ...verdicts }) {
    judgeEncryption(resource, settings, verdicts);
  },
  stack({ stack, settings, on }) {
    for (const fleet of stack.ofType(spotFleetType)) judgeEncryptionTogether(stack, fleet, settings, on(fleet));
  },
});
