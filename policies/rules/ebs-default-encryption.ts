import { accountDefault, regionOf } from "../facts/account-defaults";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const type = "aws:ebs/encryptionByDefault:EncryptionByDefault";

/** The other settings of a whole account, or of one region of it; a stack that makes one looks after the account. */
const accountTypes = [
  "aws:ebs/defaultKmsKey:DefaultKmsKey",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/allowedImagesSettings:AllowedImagesSettings",
  "aws:ec2/defaultCreditSpecification:DefaultCreditSpecification",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  "aws:iam/accountAlias:AccountAlias",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
];

export const ebsDefaultEncryption = rule({
  name: "ebs-default-encryption",
  displayName: "The account encrypts EBS volumes by default",
  description:
    "A stack that makes settings of the account turns on EBS encryption by default in each of their regions.",
  why: "It encrypts every new volume of the region, also those that people make by hand or other tools make.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-7",
  remediationSteps: "Add an aws.ebs.EncryptionByDefault for each region that the account uses, and leave it enabled.",
  controls: { fsbp: ["EC2.7"], cis: ["6.1.1"] },
  types: [type],
  resource({ resource, deny, undecided }) {
    // Enabled unless it says otherwise.
    const enabled = asBoolean(at(resource.props, "enabled"));
    if (enabled === UNKNOWN) undecided("enabled");
    else if (enabled === false) deny("enabled is false; set it to true");
  },
  stack({ stack, on }) {
    const regions = new Map<unknown, StackResource>();
    for (const setting of stack.ofType(...accountTypes)) {
      const region = regionOf(setting);
      if (!regions.has(region)) regions.set(region, setting);
    }
    for (const setting of regions.values()) {
      if (accountDefault(stack, type, setting)) continue;
      on(setting).deny(
        "it sets up an account that does not encrypt EBS volumes by default; add an EncryptionByDefault in its region",
      );
    }
  },
  remediate({ props }) {
    return asBoolean(at(props, "enabled")) === false ? [{ path: ["enabled"], value: true }] : [];
  },
});
