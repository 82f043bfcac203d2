import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const volume = { type: "aws:ebs/volume:Volume", props: { availabilityZone: "eu-west-1a", size: 10 } };
const attachment = (volumeId: unknown) => ({
  type: "aws:ec2/volumeAttachment:VolumeAttachment",
  props: { volumeId, instanceId: "i-1", deviceName: "/dev/sdf" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a volume that nothing attaches",
      resources: { data: volume, other: volume, a: attachment(ref("other")) },
      says: { data: "nothing attaches it; add an aws.ec2.VolumeAttachment, or delete it" },
    },
    {
      title: "a volume of which there are only copies",
      resources: {
        data: volume,
        copy: { type: "aws:ebs/snapshot:Snapshot", props: { volumeId: ref("data") } },
        plan: { type: "aws:backup/selection:Selection", props: { planId: "p", resources: [ref("data", "arn")] } },
      },
      says: { data: "nothing attaches it" },
    },
  ],
  allowed: [
    {
      title: "volumes that are attached, by reference or by id, to whichever instance",
      resources: {
        a: volume,
        b: { type: "aws:ebs/volume:Volume", props: { ...volume.props, id: "vol-1" } },
        one: attachment(ref("a")),
        two: attachment("vol-1"),
      },
    },
    {
      title: "an instance without a volume of its own (a false alarm of awsguard ec2-volume-inuse)",
      resources: { web: { type: "aws:ec2/instance:Instance", props: { ami: "ami-1", instanceType: "t3.micro" } } },
    },
    {
      title: "a volume that an instance attaches when it starts, or a pod",
      resources: {
        a: volume,
        b: volume,
        web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { userData: ref("a") } },
        claim: {
          type: "kubernetes:core/v1:PersistentVolume",
          props: { spec: { csi: { driver: "ebs.csi.aws.com", volumeHandle: ref("b") } } },
        },
      },
    },
  ],
  undecided: [
    {
      title: "a volume beside an attachment of what is not known",
      resources: { data: volume, a: attachment(UNKNOWN) },
      says: { data: "the volume of an attachment" },
    },
  ],
};
