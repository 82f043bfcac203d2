import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const volume = (props: object) => ({
  type: "aws:ebs/volume:Volume",
  props: { availabilityZone: "eu-west-1a", ...props },
});
const template = (ebs: object) => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  props: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs }] },
});

export const examples: Examples = {
  denied: [
    {
      title: "io1, whatever its IOPS",
      resources: { a: volume({ type: "io1", iops: 64000 }), b: template({ volumeType: "io1", iops: 3000 }) },
      says: {
        a: 'type is "io1"; set it to "io2", or to "gp3" up to 80000 IOPS',
        b: 'blockDeviceMappings[0].ebs.volumeType is "io1"',
      },
    },
    {
      title: "io2 for as few IOPS as gp3 gives",
      resources: { a: volume({ type: "io2", iops: 80000 }), b: template({ volumeType: "io2", iops: "5000" }) },
      says: {
        a: 'type is "io2" for 80000 IOPS, and gp3 gives up to 80000; set it to "gp3"',
        b: 'blockDeviceMappings[0].ebs.volumeType is "io2" for 5000 IOPS',
      },
    },
  ],
  allowed: [
    {
      title: "io2 beyond what gp3 gives, or for several instances",
      resources: {
        fast: volume({ type: "io2", iops: 100000 }),
        shared: volume({ type: "io2", iops: 5000, multiAttachEnabled: true }),
      },
    },
    { title: "other types", resources: { a: volume({ type: "gp3", iops: 16000 }), b: volume({}) } },
  ],
  undecided: [
    {
      title: "a type, IOPS or devices that are not known",
      resources: {
        type: volume({ type: UNKNOWN }),
        iops: volume({ type: "io2", iops: UNKNOWN }),
        shared: volume({ type: "io2", iops: 100, multiAttachEnabled: UNKNOWN }),
        list: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { blockDeviceMappings: UNKNOWN } },
      },
      says: { type: "type", iops: "iops", shared: "multiAttachEnabled", list: "blockDeviceMappings" },
    },
  ],
};
