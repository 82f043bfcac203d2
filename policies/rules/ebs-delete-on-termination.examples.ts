import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const fleet = of("aws:ec2/spotFleetRequest:SpotFleetRequest");
const template = (...blockDeviceMappings: unknown[]) =>
  of("aws:ec2/launchTemplate:LaunchTemplate")({ blockDeviceMappings });

export const examples: Examples = {
  denied: [
    {
      title: "extra disks of which it is not said, in every place",
      resources: {
        app: instance({ ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }),
        old: configuration({ ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }),
        spot: spot({ ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }),
        batch: fleet({ launchSpecifications: [{ ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }] }),
        web: template(
          { deviceName: "/dev/xvda", ebs: {} },
          { deviceName: "/dev/sdf", ebs: { deleteOnTermination: "" } },
        ),
      },
      says: {
        app: "ebsBlockDevices[0].deleteOnTermination is not set; set it to true or false",
        old: "ebsBlockDevices[0].deleteOnTermination is not set",
        spot: "ebsBlockDevices[0].deleteOnTermination is not set",
        batch: "launchSpecifications[0].ebsBlockDevices[0].deleteOnTermination is not set",
        web: "blockDeviceMappings[1].ebs.deleteOnTermination is not set",
      },
    },
  ],
  allowed: [
    {
      title: "extra disks of which it is said, in both spellings",
      resources: {
        app: instance({ ebsBlockDevices: [{ deleteOnTermination: true }, { deleteOnTermination: false }] }),
        web: template({ deviceName: "/dev/sdf", ebs: { deleteOnTermination: "false" } }),
      },
    },
    {
      title: "root disks, which go with their instance unless it is said otherwise",
      resources: {
        app: instance({ rootBlockDevice: { encrypted: true } }),
        web: template({ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }),
        batch: fleet({ launchSpecifications: [{ rootBlockDevices: [{ encrypted: true }] }] }),
      },
    },
    {
      title: "a volume of its own, and one that ECS makes for its tasks",
      resources: {
        data: of("aws:ebs/volume:Volume")({ encrypted: true }),
        api: of("aws:ecs/service:Service")({ volumeConfiguration: { managedEbsVolume: { sizeInGb: 20 } } }),
      },
    },
  ],
  undecided: [
    {
      title: "disks that are not known, or may be the root",
      resources: {
        app: instance({ ebsBlockDevices: UNKNOWN }),
        one: instance({ ebsBlockDevices: [{ deleteOnTermination: UNKNOWN }] }),
        web: template({ deviceName: UNKNOWN, ebs: {} }),
      },
      says: {
        app: "ebsBlockDevices is not known yet",
        one: "ebsBlockDevices[0].deleteOnTermination is not known yet",
        web: "which of its block devices is the root is not known yet",
      },
    },
  ],
};
