import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const volume = (props: object = {}) => ({
  type: "aws:ebs/volume:Volume",
  props: { availabilityZone: "eu-west-1a", size: 20, ...props },
});
const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { ami: "ami-1", ...props } });
const template = (ebs: object) => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  props: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs }] },
});
const environment = (value: unknown) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { settings: [{ namespace: "aws:autoscaling:launchconfiguration", name: "RootVolumeType", value }] },
});

export const examples: Examples = {
  denied: [
    {
      title: "a gp2 volume, stated or by default",
      resources: { stated: volume({ type: "gp2" }), silent: volume() },
      says: {
        stated: 'type is "gp2"; set it to "gp3"',
        silent: 'type is not set, which makes a gp2 volume; set it to "gp3"',
      },
    },
    {
      title: "gp2 disks of instances, templates, services and environments",
      resources: {
        a: instance({ rootBlockDevice: { volumeType: "gp2" }, ebsBlockDevices: [{ volumeType: "gp2" }] }),
        b: template({ volumeType: "gp2" }),
        c: {
          type: "aws:ecs/service:Service",
          props: { volumeConfiguration: { managedEbsVolume: { roleArn: "arn:1", volumeType: "gp2" } } },
        },
        d: environment("gp2"),
      },
      says: {
        a: ['rootBlockDevice.volumeType is "gp2"', 'ebsBlockDevices[0].volumeType is "gp2"'],
        b: 'blockDeviceMappings[0].ebs.volumeType is "gp2"',
        c: 'volumeConfiguration.managedEbsVolume.volumeType is "gp2"',
        d: 'settings[0].value is "gp2"',
      },
    },
  ],
  allowed: [
    {
      title: "gp3 and the types for other work",
      resources: {
        a: volume({ type: "gp3" }),
        b: volume({ type: "st1" }),
        c: volume({ type: "io2", iops: 100000 }),
        d: template({ volumeType: "gp3" }),
        e: environment("gp3"),
      },
    },
    { title: "a disk that is as its AMI says", resources: { web: instance({ rootBlockDevice: { encrypted: true } }) } },
    {
      title: "a volume on an Outpost",
      resources: { a: volume({ type: "gp2", outpostArn: "arn:aws:outposts:eu-west-1:123456789012:outpost/op-1" }) },
    },
  ],
  undecided: [
    {
      title: "types and lists that are not known",
      resources: {
        a: volume({ type: UNKNOWN }),
        b: instance({ ebsBlockDevices: UNKNOWN }),
        c: environment(UNKNOWN),
        d: { type: "aws:elasticbeanstalk/environment:Environment", props: { settings: UNKNOWN } },
      },
      says: { a: "type", b: "ebsBlockDevices", c: "settings[0].value", d: "settings" },
    },
  ],
};
