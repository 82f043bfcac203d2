import { blockDeviceTypes, spotFleetType } from "../facts/block-devices";
import {
  encryptionChanges,
  encryptionSettings,
  judgeEncryption,
  judgeEncryptionTogether,
} from "../facts/disk-encryption";
import { foreignTemplates, templateUserTypes } from "../facts/launch-templates";
import { stated } from "../facts/stated";
import { at } from "../facts/value";
import { rule } from "../rule";

// Spot fleets have a policy of their own, as they have a control of their own.
const types = blockDeviceTypes.filter((type) => type !== spotFleetType);

export const ebsEncrypted = rule({
  name: "ebs-encrypted",
  displayName: "EBS volumes are encrypted",
  description: "Every EBS volume, also one that a launch template or a service asks for, is encrypted at rest.",
  why: "Snapshots and copies of a plain disk are plain too, for whoever gets at them, and a volume cannot be encrypted once it is there.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3",
  remediationSteps: "Set encrypted to true on the volume or block device; a kmsKeyId alone does not encrypt it.",
  controls: { fsbp: ["EC2.3", "EC2.181"], cis: ["6.1.1"] },
  settings: encryptionSettings,
  types,
  resource({ resource, settings, ...verdicts }) {
    judgeEncryption(resource, settings, verdicts);
  },
  stack({ stack, settings, on }) {
    for (const resource of stack.ofType(...templateUserTypes)) {
      if (settings.requireRootDevice && at(stated(resource).props, "rootBlockDevice") === undefined) {
        for (const template of foreignTemplates(stack, resource)) on(resource).undecided(template);
      }
    }
    for (const resource of stack.ofType(...types)) judgeEncryptionTogether(stack, resource, settings, on(resource));
  },
  remediate: encryptionChanges,
});
