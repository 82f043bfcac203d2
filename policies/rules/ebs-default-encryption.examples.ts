import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const byDefault = of("aws:ebs/encryptionByDefault:EncryptionByDefault");
const metadata = of("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults");
const passwords = of("aws:iam/accountPasswordPolicy:AccountPasswordPolicy");
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "encryption by default that is turned off",
      resources: { off: byDefault({ enabled: false }), text: byDefault({ enabled: "false", region: "us-east-1" }) },
      says: { off: "enabled is false; set it to true", text: "enabled is false" },
    },
    {
      title: "an account that is set up without it, once for a region",
      resources: { tokens: metadata({ httpTokens: "required" }), passwords: passwords({}) },
      says: {
        tokens: "it sets up an account that does not encrypt EBS volumes by default; add an EncryptionByDefault",
      },
      beyondRemedy: ["tokens"],
    },
    {
      title: "a default key, which encrypts nothing by itself",
      resources: { key, disks: of("aws:ebs/defaultKmsKey:DefaultKmsKey")({ keyArn: ref("key", "arn") }) },
      says: { disks: "add an EncryptionByDefault in its region" },
      beyondRemedy: ["disks"],
    },
    {
      title: "a region that is left out",
      resources: { here: byDefault({}), tokens: metadata({}), there: metadata({ region: "us-east-1" }) },
      says: { there: "add an EncryptionByDefault in its region" },
      beyondRemedy: ["there"],
    },
  ],
  allowed: [
    {
      title: "an account that encrypts by default, said or not",
      resources: {
        here: byDefault({}),
        there: byDefault({ enabled: "true", region: "us-east-1" }),
        tokens: metadata({}),
        more: metadata({ region: "us-east-1" }),
        passwords: passwords({}),
      },
    },
    {
      title: "a stack that leaves the account to another one",
      resources: { data: of("aws:ebs/volume:Volume")({ encrypted: true }) },
    },
  ],
  undecided: [
    {
      title: "a setting that is not known",
      resources: { here: byDefault({ enabled: UNKNOWN }) },
      says: { here: "enabled is not known yet" },
    },
  ],
};
