import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const copy = of("aws:ebs/snapshotCopy:SnapshotCopy");
const imported = of("aws:ebs/snapshotImport:SnapshotImport");
const policy = (policyDetails: unknown) => of("aws:dlm/lifecyclePolicy:LifecyclePolicy")({ policyDetails });
const scheduled = (...crossRegionCopyRules: unknown[]) =>
  policy({ resourceTypes: ["VOLUME"], schedules: [{ name: "daily", crossRegionCopyRules }] });
const onEvent = (encryptionConfiguration: unknown) =>
  policy({
    policyType: "EVENT_BASED_POLICY",
    action: { name: "copy", crossRegionCopies: [{ encryptionConfiguration }] },
  });
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a copy and an import that are not encrypted, said or not",
      resources: {
        silent: copy({ sourceRegion: "eu-west-1" }),
        plain: copy({ encrypted: "false" }),
        disk: imported({}),
      },
      says: {
        silent: "encrypted is not set; set it to true",
        plain: "encrypted is false; set it to true",
        disk: "encrypted is not set; set it to true",
      },
    },
    {
      title: "a copy with a key that is still not encrypted",
      resources: { daily: copy({ kmsKeyId: "alias/disks" }) },
      says: { daily: "encrypted is not set" },
    },
    {
      title: "the copies of a lifecycle policy, by its schedules and by its event",
      resources: {
        daily: scheduled({ encrypted: true, target: "eu-central-1" }, { encrypted: false, target: "us-east-1" }),
        shared: onEvent({}),
      },
      says: {
        daily: "policyDetails.schedules[0].crossRegionCopyRules[1].encrypted is false; set it to true",
        shared: "policyDetails.action.crossRegionCopies[0].encryptionConfiguration.encrypted is not set",
      },
    },
    {
      title: "copies without a key of the account, when the setting asks for one",
      settings: { cmk: true },
      resources: {
        daily: copy({ encrypted: true }),
        kept: copy({ encrypted: true, kmsKeyId: "alias/aws/ebs" }),
        policy: scheduled({ encrypted: true, target: "eu-central-1" }),
      },
      says: {
        daily: "kmsKeyId is not set; name a KMS key of the account",
        kept: 'kmsKeyId is "alias/aws/ebs", a key that AWS keeps',
        policy: "policyDetails.schedules[0].crossRegionCopyRules[0].cmkArn is not set",
      },
      beyondRemedy: ["daily", "kept", "policy"],
    },
  ],
  allowed: [
    {
      title: "encrypted copies, in both spellings",
      resources: {
        daily: copy({ encrypted: true }),
        weekly: copy({ encrypted: "true" }),
        disk: imported({ encrypted: true }),
        policy: scheduled({ encrypted: true, target: "eu-central-1" }),
        shared: onEvent({ encrypted: true }),
      },
    },
    {
      title: "a lifecycle policy that copies nothing",
      resources: { daily: policy({ schedules: [{ name: "daily" }] }) },
    },
    {
      title: "copies with a key of the stack, when the setting asks for one",
      settings: { cmk: true },
      resources: { key, daily: copy({ encrypted: true, kmsKeyId: ref("key", "arn") }) },
    },
  ],
  undecided: [
    {
      title: "encryption or rules that are not known",
      resources: {
        daily: copy({ encrypted: UNKNOWN }),
        policy: policy({ schedules: [{ crossRegionCopyRules: UNKNOWN }] }),
        shared: onEvent(UNKNOWN),
      },
      says: {
        daily: "encrypted is not known yet",
        policy: "policyDetails.schedules[0].crossRegionCopyRules is not known yet",
        shared: "policyDetails.action.crossRegionCopies[0].encryptionConfiguration.encrypted is not known yet",
      },
    },
  ],
};
