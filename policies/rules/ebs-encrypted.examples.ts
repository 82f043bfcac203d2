import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const volume = of("aws:ebs/volume:Volume");
const snapshot = of("aws:ebs/snapshot:Snapshot");
const snapshotCopy = of("aws:ebs/snapshotCopy:SnapshotCopy");
const accountDefault = of("aws:ebs/encryptionByDefault:EncryptionByDefault");
const instance = of("aws:ec2/instance:Instance");
const service = of("aws:ecs/service:Service");
const template = (...blockDeviceMappings: unknown[]) => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  props: { blockDeviceMappings },
});
const encryptedRoot = { deviceName: "/dev/xvda", ebs: { encrypted: "true" } };
const copied = (snapshotId: unknown) => template(encryptedRoot, { deviceName: "/dev/sdf", ebs: { snapshotId } });

export const examples: Examples = {
  denied: [
    {
      title: "a volume that says nothing of encryption (missed by awsguard encrypted-volumes)",
      resources: { data: volume({ size: 20 }) },
      says: { data: "encrypted is not set" },
    },
    {
      title: "a volume with a key that is still not encrypted",
      resources: { data: volume({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1", encrypted: false }) },
      says: { data: "encrypted is false" },
    },
    {
      title: "a launch template that spells false as text",
      resources: { web: template({ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }) },
      says: { web: "blockDeviceMappings[0].ebs.encrypted is false; set it to true" },
    },
    {
      title: "each unencrypted disk of a launch template by its place (missed by awsguard encrypted-volumes)",
      resources: {
        web: template(
          encryptedRoot,
          { deviceName: "/dev/sdf", ebs: { volumeSize: 8 } },
          { deviceName: "/dev/sdg", ebs: { encrypted: false } },
        ),
      },
      says: {
        web: ["blockDeviceMappings[1].ebs.encrypted is not set", "blockDeviceMappings[2].ebs.encrypted is false"],
      },
    },
    {
      title: "an instance that leaves its root disk to chance",
      resources: { app: instance({}) },
      says: { app: "rootBlockDevice.encrypted is not set" },
    },
    {
      title: "an extra disk of an instance",
      resources: {
        app: instance({ rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }),
      },
      says: { app: "ebsBlockDevices[0].encrypted is not set" },
    },
    {
      title: "a launch configuration and a spot request (missed by awsguard encrypted-volumes)",
      resources: {
        old: of("aws:ec2/launchConfiguration:LaunchConfiguration")({ imageId: "ami-1" }),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")({ rootBlockDevice: { encrypted: "false" } }),
      },
      says: { old: "rootBlockDevice.encrypted is not set", spot: "rootBlockDevice.encrypted is false" },
    },
    {
      title: "a volume that an ECS service makes for its tasks",
      resources: { api: service({ volumeConfiguration: { name: "data", managedEbsVolume: { encrypted: false } } }) },
      says: { api: "volumeConfiguration.managedEbsVolume.encrypted is false" },
    },
    {
      title:
        "a launch template that leaves its root disk to the AMI, also beside an extra disk (missed by compliance-policies)",
      resources: { web: template(), api: template({ deviceName: "/dev/sdf", ebs: { encrypted: "true" } }) },
      says: { web: "blockDeviceMappings states no root device", api: "blockDeviceMappings states no root device" },
      beyondRemedy: ["web", "api"],
    },
    {
      title: "the template, not the instance that uses it",
      resources: { web: template(), app: instance({ launchTemplate: { id: ref("web") } }) },
      says: { web: "blockDeviceMappings states no root device" },
      beyondRemedy: ["web"],
    },
    {
      title: "disks of a template and an instance that are made from a snapshot that is not encrypted",
      resources: {
        plain: snapshotCopy({ encrypted: false }),
        web: copied(ref("plain")),
        app: instance({ rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ snapshotId: ref("plain") }] }),
      },
      says: {
        web: "blockDeviceMappings[1].ebs.snapshotId names a snapshot that is not encrypted; take an encrypted copy",
        app: "ebsBlockDevices[0].snapshotId names a snapshot",
      },
      beyondRemedy: ["web", "app"],
    },
    {
      title: "a volume from a snapshot, which can state it",
      resources: { data: volume({ snapshotId: "snap-0123456789abcdef0" }) },
      says: { data: "encrypted is not set; set it to true" },
    },
    {
      title: "an unencrypted disk that overrides a good template",
      resources: {
        web: template(encryptedRoot),
        app: instance({ launchTemplate: { id: ref("web") }, rootBlockDevice: { encrypted: false } }),
      },
      says: { app: "rootBlockDevice.encrypted is false" },
    },
    {
      title: "disks of which nothing is said when the account default is accepted but nowhere in the stack",
      settings: { acceptAccountDefault: true },
      resources: { data: volume({}), app: instance({}) },
      says: {
        data: "encrypted is not set; set it to true, or turn on EncryptionByDefault",
        app: "rootBlockDevice.encrypted is not set",
      },
    },
    {
      title: "a disk that is not encrypted by name although the account default is on",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({}), data: volume({ encrypted: false }) },
      says: { data: "encrypted is false" },
    },
    {
      title: "a disk whose account default is turned off",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({ enabled: false }), web: template({ deviceName: "/dev/xvda", ebs: {} }) },
      says: { web: "blockDeviceMappings[0].ebs.encrypted is not set" },
    },
    {
      title: "a disk in another region than the account default",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({ region: "us-east-1" }), data: volume({}) },
      says: { data: "encrypted is not set" },
    },
  ],
  allowed: [
    { title: "an encrypted volume", resources: { data: volume({ encrypted: true }) } },
    {
      title: "a launch template whose disks are encrypted, spelled as text",
      resources: { web: template(encryptedRoot) },
    },
    {
      title: "instance-store disks and devices that are taken away",
      resources: {
        web: template(encryptedRoot, { virtualName: "ephemeral0" }, { deviceName: "/dev/sdb", noDevice: "" }),
      },
    },
    {
      title: "an instance with an encrypted root disk",
      resources: { app: instance({ rootBlockDevice: { encrypted: true } }) },
    },
    {
      title: "an ECS service without a volume of its own, and a volume of which nothing is said, which ECS encrypts",
      resources: {
        web: service({ desiredCount: 2 }),
        api: service({ volumeConfiguration: { name: "data", managedEbsVolume: { sizeInGb: 20 } } }),
      },
    },
    {
      title: "disks that are made from encrypted snapshots",
      resources: {
        data: volume({ encrypted: true }),
        daily: snapshot({ volumeId: ref("data") }),
        copy: snapshotCopy({ encrypted: "true" }),
        web: copied(ref("daily")),
        api: copied(ref("copy")),
      },
    },
    {
      title: "an instance whose template states the root disk",
      resources: { web: template(encryptedRoot), app: instance({ launchTemplate: { id: ref("web") } }) },
    },
    {
      title: "a template whose root has the name that Ubuntu gives it",
      resources: { web: template({ deviceName: "/dev/sda1", ebs: { encrypted: true } }) },
    },
    {
      title: "root disks that are left to the AMI, when the setting says so",
      settings: { requireRootDevice: false },
      resources: { web: template(), app: instance({}) },
    },
    {
      title: "disks of which nothing is said where the stack turns the account default on (a false alarm of awsguard)",
      settings: { acceptAccountDefault: true },
      resources: {
        defaults: accountDefault({}),
        data: volume({}),
        app: instance({}),
        web: template({ deviceName: "/dev/xvda", ebs: {} }),
        bare: template(),
      },
      remediedAnyway: ["data", "app", "web"],
    },
  ],
  undecided: [
    {
      title: "a volume whose encryption comes from another resource",
      resources: { data: volume({ encrypted: UNKNOWN }) },
      says: { data: "encrypted is not known yet" },
    },
    {
      title: "a launch template whose disks are not known",
      resources: { web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { blockDeviceMappings: UNKNOWN } } },
      says: { web: "blockDeviceMappings is not known yet" },
    },
    {
      title: "disks whose snapshot is not in the stack",
      resources: { web: copied("snap-0123456789abcdef0"), copy: snapshotCopy({}), api: copied(ref("copy")) },
      says: {
        web: "whether the snapshot of blockDeviceMappings[1].ebs.snapshotId is encrypted is not known yet",
        api: "whether the snapshot of blockDeviceMappings[1].ebs.snapshotId is encrypted",
      },
    },
    {
      title: "a launch template whose device names are not known",
      resources: { web: template({ deviceName: UNKNOWN, ebs: { encrypted: true } }) },
      says: { web: "which of its block devices is the root is not known yet" },
    },
    {
      title: "an instance from a template that is not in the stack",
      resources: { app: instance({ launchTemplate: { id: "lt-0123456789abcdef0" } }) },
      says: { app: 'the launch template "lt-0123456789abcdef0", which this stack does not define,' },
    },
    {
      title: "a disk when it is not known whether the account default is on",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({ enabled: UNKNOWN }), data: volume({}) },
      says: { data: "the enabled of the stack's EncryptionByDefault" },
      remediedAnyway: ["data"],
    },
  ],
};
