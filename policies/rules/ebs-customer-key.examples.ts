import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const volume = of("aws:ebs/volume:Volume");
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const fleet = of("aws:ec2/spotFleetRequest:SpotFleetRequest");
const service = of("aws:ecs/service:Service");
const defaultKey = of("aws:ebs/defaultKmsKey:DefaultKmsKey");
const key = { type: "aws:kms/key:Key", props: {} };
const own = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d";

export const examples: Examples = {
  denied: [
    {
      title: "disks of every kind that name no key",
      resources: {
        data: volume({ encrypted: true }),
        app: instance({ rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ encrypted: true }] }),
        web: template({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] }),
        batch: fleet({ launchSpecifications: [{ rootBlockDevices: [{ encrypted: true }] }] }),
        api: service({ volumeConfiguration: { name: "data", managedEbsVolume: { sizeInGb: 20 } } }),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")({ rootBlockDevice: {} }),
      },
      says: {
        data: "kmsKeyId is not set; name a KMS key of the account, or set one as aws.ebs.DefaultKmsKey",
        app: ["rootBlockDevice.kmsKeyId is not set", "ebsBlockDevices[0].kmsKeyId is not set"],
        web: "blockDeviceMappings[0].ebs.kmsKeyId is not set",
        batch: "launchSpecifications[0].rootBlockDevices[0].kmsKeyId is not set",
        api: "volumeConfiguration.managedEbsVolume.kmsKeyId is not set",
        spot: "rootBlockDevice.kmsKeyId is not set",
      },
    },
    {
      title: "a launch configuration, which has no place for a key",
      resources: { old: configuration({ rootBlockDevice: { encrypted: true } }) },
      says: {
        old: "rootBlockDevice.kmsKeyId is not set, nor can it be in a launch configuration; use a launch template",
      },
    },
    {
      title: "the key that AWS keeps, also as the account's default",
      resources: {
        data: volume({ encrypted: true, kmsKeyId: "alias/aws/ebs" }),
        defaults: defaultKey({ keyArn: "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs" }),
      },
      says: {
        data: 'kmsKeyId is "alias/aws/ebs", a key that AWS keeps; name a KMS key of the account',
        defaults: 'keyArn is "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs", a key that AWS keeps',
      },
    },
    {
      title: "a key that is not in the list",
      settings: { keyIds: ["alias/disks"] },
      resources: { data: volume({ kmsKeyId: own }) },
      says: { data: `kmsKeyId is "${own}", which is not one of keyIds; name one of them` },
    },
    {
      title: "a default key of another region",
      resources: { key, defaults: defaultKey({ keyArn: ref("key", "arn"), region: "us-east-1" }), data: volume({}) },
      says: { data: "kmsKeyId is not set" },
    },
  ],
  allowed: [
    {
      title: "disks with a key of the stack",
      resources: {
        key,
        data: volume({ encrypted: true, kmsKeyId: ref("key", "arn") }),
        web: template({ blockDeviceMappings: [{ ebs: { encrypted: "true", kmsKeyId: ref("key", "arn") } }] }),
      },
    },
    {
      title: "keys of the list, by id, alias and ARN",
      settings: { keyIds: ["0a1b2c3d", "alias/disks"] },
      resources: { data: volume({ kmsKeyId: own }), more: volume({ kmsKeyId: "alias/disks" }) },
    },
    {
      title: "disks that take the default key which the stack sets",
      resources: {
        key,
        defaults: defaultKey({ keyArn: ref("key", "arn") }),
        data: volume({ encrypted: true }),
        old: configuration({ rootBlockDevice: { encrypted: true } }),
      },
    },
    {
      title: "disks that are not encrypted, or are as their snapshot is, which other policies judge",
      resources: {
        data: volume({ encrypted: false }),
        web: template({ blockDeviceMappings: [{ ebs: { snapshotId: "snap-0123456789abcdef0" } }] }),
      },
    },
  ],
  undecided: [
    {
      title: "disks that are not known",
      resources: { app: instance({ ebsBlockDevices: UNKNOWN, rootBlockDevice: { kmsKeyId: own } }) },
      says: { app: "ebsBlockDevices is not known yet" },
    },
    {
      title: "a key that may be one of the list",
      settings: { keyIds: ["alias/disks"] },
      resources: { key, data: volume({ kmsKeyId: ref("key", "arn") }) },
      says: { data: "kmsKeyId is not known yet" },
    },
  ],
};
