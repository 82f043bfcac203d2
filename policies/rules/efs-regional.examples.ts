import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const fileSystem = (props: object = {}) => ({ type: "aws:efs/fileSystem:FileSystem", props: { ...props } });
const target = (subnetId: string, fileSystemId: unknown = ref("files")) => ({
  type: "aws:efs/mountTarget:MountTarget",
  props: { fileSystemId, subnetId },
});

export const examples: Examples = {
  denied: [
    {
      title: "a One Zone file system, whose one mount target is no second finding",
      resources: { files: fileSystem({ availabilityZoneName: "eu-west-1a" }), a: target("subnet-a") },
      says: { files: 'availabilityZoneName is "eu-west-1a", which keeps the data in one zone; leave it out' },
    },
    {
      title: "a file system with a mount target in one zone",
      resources: { files: fileSystem(), a: target("subnet-a"), more: fileSystem(), b: target("subnet-b", ref("more")) },
      says: {
        files: "it has 1 mount target; add one in each zone in use, in at least 2",
        more: "it has 1 mount target",
      },
    },
    {
      title: "fewer mount targets than the setting asks for",
      settings: { min: 3 },
      resources: { files: fileSystem(), a: target("subnet-a"), b: target("subnet-b") },
      says: { files: "it has 2 mount targets; add one in each zone in use, in at least 3" },
    },
  ],
  allowed: [
    {
      title: "a file system with mount targets in two zones",
      resources: { files: fileSystem({ availabilityZoneName: "" }), a: target("subnet-a"), b: target("subnet-b") },
    },
    { title: "a file system that is mounted from elsewhere", resources: { files: fileSystem() } },
    {
      title: "a mount target of a file system that is not in the stack",
      resources: { a: target("subnet-a", "fs-0123456789abcdef0") },
    },
  ],
  undecided: [
    {
      title: "a zone that is not known",
      resources: { files: fileSystem({ availabilityZoneName: UNKNOWN }) },
      says: { files: "availabilityZoneName is not known yet" },
    },
  ],
};
