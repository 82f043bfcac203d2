import { accountDefault } from "../facts/account-defaults";
import { type BlockDevice, blockDevices, blockDeviceTypes } from "../facts/block-devices";
import { keyFault, keySettings } from "../facts/customer-keys";
import { launchConfigurationType } from "../facts/launch-specifications";
import { pathTo, written } from "../facts/property-paths";
import { stated } from "../facts/stated";
import { asText, at, type Fact, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const defaultKeyType = "aws:ebs/defaultKmsKey:DefaultKmsKey";

export const ebsCustomerKey = rule({
  name: "ebs-customer-key",
  displayName: "EBS volumes are encrypted with a key of your own",
  description: "Every EBS volume is encrypted with a KMS key of the account, its own or the account's default.",
  why: "Only of a key of its own can the account say who may use it, share it with other accounts, or make the data unreadable at once.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  remediationSteps:
    "Set kmsKeyId on the volume or block device, or make a key the account's with aws.ebs.DefaultKmsKey.",
  controls: {},
  settings: keySettings,
  types: [...blockDeviceTypes, defaultKeyType],
  resource({ resource, settings, deny, undecided }) {
    const { stated, unknownLists } = blockDevices(resource);
    const keys: { property: string; key: Fact<string> }[] = stated.map((device) => ({
      property: keyProperty(device),
      key: device.kmsKeyId,
    }));
    if (resource.type === defaultKeyType) keys.push({ property: "keyArn", key: asText(at(resource.props, "keyArn")) });
    for (const { property, key } of keys) {
      // What is not said is the account's default key, which the stack may set.
      const fault = key === undefined ? undefined : keyFault(key, settings.keyIds);
      if (fault === UNKNOWN) undecided(property);
      else if (fault) deny(`${property} ${fault}`);
    }
    for (const list of unknownLists) undecided(list);
  },
  stack({ stack, on }) {
    for (const resource of stack.ofType(...blockDeviceTypes)) {
      const silent = blockDevices(stated(resource)).stated.filter(takesDefaultKey);
      if (silent.length === 0 || accountDefault(stack, defaultKeyType, resource)) continue;
      for (const device of silent) on(resource).deny(missing(resource, device));
    }
  },
});

/** An unencrypted disk has no key, and one made from a snapshot has that of the snapshot unless it says otherwise. */
function takesDefaultKey({ kmsKeyId, encrypted, snapshotId }: BlockDevice): boolean {
  return kmsKeyId === undefined && encrypted !== false && (snapshotId === undefined || encrypted === true);
}

function missing({ type }: Resource, device: BlockDevice): string {
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Ebs.html
  const fix =
    type === launchConfigurationType
      ? "is not set, nor can it be in a launch configuration; use a launch template"
      : "is not set; name a KMS key of the account";
  return `${keyProperty(device)} ${fix}, or set one as aws.ebs.DefaultKmsKey in this stack`;
}

function keyProperty({ place }: BlockDevice): string {
  return written(pathTo(place, "kmsKeyId"));
}
