import { accountDefault } from "../facts/account-defaults";
import { blockDevices, blockDeviceTypes } from "../facts/block-devices";
import { foreignTemplates, launchTemplateType, templateUserTypes, usesTemplate } from "../facts/launch-templates";
import { stated } from "../facts/stated";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import type { Resource, StackResource } from "../resource";
import { rule, type Stack, type Verdicts } from "../rule";
import { flag } from "../settings";

export const ebsEncrypted = rule({
  name: "ebs-encrypted",
  displayName: "EBS volumes are encrypted",
  description: "Every EBS volume, also one that a launch template or a service asks for, is encrypted at rest.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3",
  remediationSteps: "Set encrypted to true on the volume or block device; a kmsKeyId alone does not encrypt it.",
  controls: { fsbp: ["EC2.3", "EC2.181"], cis: ["6.1.1"] },
  settings: {
    acceptAccountDefault: flag(
      false,
      "Accept a disk of which nothing is said where the stack itself turns on ebs.EncryptionByDefault in its region.",
    ),
    requireRootDevice: flag(true, "Require that the encryption of a root disk is stated, not left to the AMI."),
  },
  types: blockDeviceTypes,
  resource({ resource, settings, deny, undecided }) {
    const devices = blockDevices(resource);
    if (devices === UNKNOWN) return undecided("the list of its block devices");
    for (const { path, encrypted } of devices.stated) {
      const property = path === "" ? "encrypted" : `${path}.encrypted`;
      if (encrypted === UNKNOWN) undecided(property);
      else if (encrypted === false) deny(`${property} is false; set it to true`);
      else if (encrypted === undefined && !settings.acceptAccountDefault) {
        deny(`${property} is not set; set it to true`);
      }
    }
    if (!settings.requireRootDevice || settings.acceptAccountDefault || usesTemplate(resource)) return;
    if (devices.leavesRoot === UNKNOWN) undecided("which of its block devices is the root");
    else if (devices.leavesRoot) deny(unsaidRoot(resource));
  },
  stack({ stack, settings, on }) {
    for (const resource of stack.ofType(...templateUserTypes)) {
      if (settings.requireRootDevice && at(stated(resource).props, "rootBlockDevice") === undefined) {
        for (const template of foreignTemplates(stack, resource)) on(resource).undecided(template);
      }
    }
    if (!settings.acceptAccountDefault) return;
    for (const resource of stack.ofType(...blockDeviceTypes)) {
      judgeDefault(stack, resource, settings.requireRootDevice, on(resource));
    }
  },
});

/** What is not said of a disk is the account's default, of which only the stack's own setting is proof. */
function judgeDefault(stack: Stack, resource: StackResource, requireRoot: boolean, { deny, undecided }: Verdicts) {
  const devices = blockDevices(stated(resource));
  if (devices === UNKNOWN) return;
  const unsaid = devices.stated.filter(({ encrypted }) => encrypted === undefined);
  const findings = unsaid.map(({ path }) => `${path === "" ? "" : `${path}.`}encrypted is not set; set it to true`);
  if (requireRoot && devices.leavesRoot === true && !usesTemplate(stated(resource)))
    findings.push(unsaidRoot(resource));
  if (findings.length === 0) return;
  const setting = accountDefault(stack, "aws:ebs/encryptionByDefault:EncryptionByDefault", resource);
  const enabled = setting && (asBoolean(at(setting.props, "enabled")) ?? true);
  if (enabled === UNKNOWN) undecided("the enabled of the stack's EncryptionByDefault");
  else if (!enabled) for (const finding of findings) deny(`${finding}, or turn on EncryptionByDefault in this stack`);
}

function unsaidRoot({ type }: Resource): string {
  return type === launchTemplateType
    ? 'blockDeviceMappings states no root device ("/dev/xvda" or "/dev/sda1"); state it, with ebs.encrypted true'
    : "rootBlockDevice.encrypted is not set; set it to true";
}
