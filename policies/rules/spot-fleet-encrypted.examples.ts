import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const fleet = (...launchSpecifications: unknown[]) => ({
  type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
  props: { targetCapacity: 2, launchSpecifications },
});
const root = { rootBlockDevices: [{ encrypted: true }] };
const accountDefault = (props: object) => ({
  type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  props: { ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "root and extra disks that are not encrypted, by their places",
      resources: {
        batch: fleet(
          { rootBlockDevices: [{ encrypted: "false" }] },
          { ...root, ebsBlockDevices: [{ deviceName: "/dev/sdf" }, { deviceName: "/dev/sdg", encrypted: false }] },
        ),
      },
      says: {
        batch: [
          "launchSpecifications[0].rootBlockDevices[0].encrypted is false; set it to true",
          "launchSpecifications[1].ebsBlockDevices[0].encrypted is not set; set it to true",
          "launchSpecifications[1].ebsBlockDevices[1].encrypted is false",
        ],
      },
    },
    {
      title: "a launch specification that leaves its root disk to the AMI",
      resources: { batch: fleet(root, { instanceType: "m7i.large" }) },
      says: { batch: "launchSpecifications[1].rootBlockDevices[0].encrypted is not set" },
    },
    {
      title: "a disk made from a snapshot that is not encrypted",
      resources: {
        plain: { type: "aws:ebs/snapshotCopy:SnapshotCopy", props: { encrypted: false } },
        batch: fleet({ ...root, ebsBlockDevices: [{ deviceName: "/dev/sdf", snapshotId: ref("plain") }] }),
      },
      says: { batch: "launchSpecifications[0].ebsBlockDevices[0].snapshotId names a snapshot that is not encrypted" },
    },
    {
      title: "a disk of which nothing is said when the account default is accepted but off",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({ enabled: false }), batch: fleet({ rootBlockDevices: [{}] }) },
      says: { batch: "launchSpecifications[0].rootBlockDevices[0].encrypted is not set; set it to true, or turn on" },
    },
  ],
  allowed: [
    {
      title: "a fleet whose disks are encrypted",
      resources: {
        batch: fleet({ rootBlockDevices: [{ encrypted: "true" }], ebsBlockDevices: [{ encrypted: true }] }),
      },
    },
    {
      title: "a fleet that launches from a template, which is judged itself",
      resources: {
        web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: {} },
        batch: {
          type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
          props: { launchTemplateConfigs: [{ launchTemplateSpecification: { id: ref("web"), version: "1" } }] },
        },
      },
    },
    {
      title: "instance-store disks",
      resources: { batch: fleet({ ...root, ephemeralBlockDevices: [{ virtualName: "ephemeral0" }] }) },
    },
    {
      title: "a root disk that is left to the AMI, when the setting says so",
      settings: { requireRootDevice: false },
      resources: { batch: fleet({ instanceType: "m7i.large" }) },
    },
    {
      title: "a disk of which nothing is said where the stack turns the account default on",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({}), batch: fleet({ ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }) },
    },
  ],
  undecided: [
    {
      title: "encryption, disks or launch specifications that are not known",
      resources: {
        disk: fleet({ rootBlockDevices: [{ encrypted: UNKNOWN }] }),
        disks: fleet({ ...root, ebsBlockDevices: UNKNOWN }),
        all: {
          type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
          props: { launchSpecifications: UNKNOWN },
        },
      },
      says: {
        disk: "launchSpecifications[0].rootBlockDevices[0].encrypted is not known yet",
        disks: "launchSpecifications[0].ebsBlockDevices is not known yet",
        all: "launchSpecifications is not known yet",
      },
    },
    {
      title: "a disk whose snapshot is not in the stack",
      resources: { batch: fleet({ ...root, ebsBlockDevices: [{ snapshotId: "snap-0123456789abcdef0" }] }) },
      says: { batch: "whether the snapshot of launchSpecifications[0].ebsBlockDevices[0].snapshotId is encrypted" },
    },
  ],
};
