import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const fileSystem = of("aws:efs/fileSystem:FileSystem");
const policy = (status: unknown, fileSystemId: unknown = ref("files")) =>
  of("aws:efs/backupPolicy:BackupPolicy")({ fileSystemId, backupPolicy: { status } });
const selection = (props: object) => of("aws:backup/selection:Selection")({ planId: "plan-1", ...props });

export const examples: Examples = {
  denied: [
    {
      title: "a file system without backups",
      resources: { files: fileSystem({}) },
      says: { files: 'it has no BackupPolicy with the status "ENABLED" and no backup selection takes it; add one' },
    },
    {
      title: "automatic backups that are turned off",
      resources: {
        files: fileSystem({}),
        off: policy("DISABLED"),
        zone: fileSystem({ availabilityZoneName: "eu-west-1a" }),
        zoneOff: policy("DISABLED", ref("zone")),
      },
      says: { files: "it has no BackupPolicy", zone: "it has no BackupPolicy" },
    },
    {
      title: "a file system beside the one that is backed up",
      resources: {
        files: fileSystem({}),
        more: fileSystem({ tags: { backup: "weekly" } }),
        on: policy("ENABLED"),
        daily: selection({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] }),
      },
      says: { more: "it has no BackupPolicy" },
    },
  ],
  allowed: [
    { title: "automatic backups", resources: { files: fileSystem({}), on: policy("ENABLED") } },
    {
      title: "file systems that a plan selects, by ARN, type or tag",
      resources: {
        files: fileSystem({ tags: { backup: "daily" } }),
        off: policy("DISABLED"),
        tagged: selection({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] }),
        named: fileSystem({ region: "us-east-1" }),
        one: selection({ resources: [ref("named", "arn")], region: "us-east-1" }),
        third: fileSystem({ region: "eu-north-1" }),
        all: selection({ resources: ["arn:aws:elasticfilesystem:*:*:file-system/*"], region: "eu-north-1" }),
      },
    },
    {
      title: "a One Zone file system, which AWS backs up unless it is told not to",
      resources: { files: fileSystem({ availabilityZoneName: "eu-west-1a" }) },
    },
    {
      title: "a file system with a tag that a plan outside the stack selects",
      settings: { selectedTags: ["backup"] },
      resources: { files: fileSystem({ tags: { backup: "daily" } }) },
    },
  ],
  undecided: [
    {
      title: "a status that is not known",
      resources: { files: fileSystem({}), maybe: policy(UNKNOWN) },
      says: { files: "whether its BackupPolicy or a backup selection takes it is not known yet" },
    },
    {
      title: "selected tags that are not known",
      resources: {
        key: of("aws:kms/key:Key")({}),
        files: fileSystem({ tags: { backup: ref("key", "arn") } }),
        daily: selection({ selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] }),
      },
      says: { files: "whether its BackupPolicy or a backup selection takes it" },
    },
  ],
};
