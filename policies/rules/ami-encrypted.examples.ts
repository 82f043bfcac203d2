import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const image = (...ebsBlockDevices: unknown[]) => ({ type: "aws:ec2/ami:Ami", props: { ebsBlockDevices } });
const copy = (props: object) => ({ type: "aws:ec2/amiCopy:AmiCopy", props: { sourceAmiId: "ami-1", ...props } });
const recipe = (...blockDeviceMappings: unknown[]) => ({
  type: "aws:imagebuilder/imageRecipe:ImageRecipe",
  props: { version: "1.0.0", blockDeviceMappings },
});
const snapshot = (encrypted: boolean) => ({ type: "aws:ebs/snapshotCopy:SnapshotCopy", props: { encrypted } });
const root = { deviceName: "/dev/xvda", volumeSize: 8 };

export const examples: Examples = {
  denied: [
    {
      title: "disks that are not encrypted, in every place",
      resources: {
        web: image({ ...root, encrypted: true }, { deviceName: "/dev/sdf" }),
        copy: copy({}),
        weak: copy({ encrypted: "false" }),
        built: recipe({ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }),
      },
      says: {
        web: "ebsBlockDevices[1].encrypted is not set; set it to true",
        copy: "encrypted is not set; set it to true",
        weak: "encrypted is false; set it to true",
        built: "blockDeviceMappings[0].ebs.encrypted is false; set it to true",
      },
    },
    {
      title: "a disk from a snapshot of the stack that is not encrypted",
      resources: {
        data: snapshot(false),
        web: image({ ...root, snapshotId: ref("data") }),
        built: recipe({ ebs: { snapshotId: ref("data") } }),
      },
      says: {
        web: "ebsBlockDevices[0].snapshotId names a snapshot that is not encrypted; take an encrypted copy of it",
        built: "blockDeviceMappings[0].ebs.snapshotId names a snapshot that is not encrypted",
      },
      beyondRemedy: ["web", "built"],
    },
  ],
  allowed: [
    {
      title: "encrypted disks in every place",
      resources: {
        web: image({ ...root, encrypted: true }),
        copy: copy({ encrypted: true }),
        built: recipe({ ebs: { encrypted: "true" } }),
      },
    },
    {
      title: "a disk from an encrypted snapshot",
      resources: { data: snapshot(true), web: image({ ...root, snapshotId: ref("data") }) },
    },
    {
      title: "images without disks of their own, and one made from an instance",
      resources: {
        web: { type: "aws:ec2/ami:Ami", props: { imageLocation: "images/web.manifest.xml" } },
        built: recipe({ virtualName: "ephemeral0" }, { deviceName: "/dev/sdb", noDevice: true }),
        app: { type: "aws:ec2/amiFromInstance:AmiFromInstance", props: { sourceInstanceId: "i-1" } },
      },
    },
  ],
  undecided: [
    {
      title: "disks that are not known",
      resources: {
        web: { type: "aws:ec2/ami:Ami", props: { ebsBlockDevices: UNKNOWN } },
        api: image({ encrypted: UNKNOWN }),
        copy: copy({ encrypted: UNKNOWN }),
        built: { type: "aws:imagebuilder/imageRecipe:ImageRecipe", props: { blockDeviceMappings: UNKNOWN } },
      },
      says: {
        web: "ebsBlockDevices is not known yet",
        api: "ebsBlockDevices[0].encrypted is not known yet",
        copy: "encrypted is not known yet",
        built: "blockDeviceMappings is not known yet",
      },
    },
    {
      title: "a disk from a snapshot that the stack does not define",
      resources: { web: image({ ...root, snapshotId: "snap-0f" }) },
      says: { web: "whether the snapshot of ebsBlockDevices[0].snapshotId is encrypted is not known yet" },
    },
  ],
};
