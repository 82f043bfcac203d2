import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const fileSystem = (props: object) => ({ type: "aws:efs/fileSystem:FileSystem", props: { encrypted: true, ...props } });
const replication = (destination: unknown) => ({
  type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
  props: { sourceFileSystemId: "fs-0123456789abcdef0", destination },
});
const key = { type: "aws:kms/key:Key", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a file system and a replica that name no key",
      resources: { shared: fileSystem({}), replica: replication({ region: "eu-central-1" }) },
      says: {
        shared: "kmsKeyId is not set; name a KMS key of the account",
        replica: "destination.kmsKeyId is not set; name a KMS key of the account",
      },
    },
    {
      title: "the key that AWS keeps",
      resources: { shared: fileSystem({ kmsKeyId: "alias/aws/elasticfilesystem" }) },
      says: { shared: 'kmsKeyId is "alias/aws/elasticfilesystem", a key that AWS keeps' },
    },
    {
      title: "a key that is not in the list",
      settings: { keyIds: ["alias/files"] },
      resources: { shared: fileSystem({ kmsKeyId: "alias/other" }) },
      says: { shared: 'kmsKeyId is "alias/other", which is not one of keyIds; name one of them' },
    },
  ],
  allowed: [
    {
      title: "a key of the stack, for a file system and its replica",
      resources: {
        key,
        shared: fileSystem({ kmsKeyId: ref("key", "arn") }),
        replica: replication({ kmsKeyId: ref("key", "arn") }),
      },
    },
    {
      title: "a key of the list",
      settings: { keyIds: ["0a1b2c3d"] },
      resources: { shared: fileSystem({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d" }) },
    },
    {
      title: "a replica in a file system that exists, whose key it takes",
      resources: { replica: replication({ fileSystemId: "fs-0a1b2c3d4e5f67890" }) },
    },
  ],
  undecided: [
    {
      title: "a key that may be one of the list",
      settings: { keyIds: ["alias/files"] },
      resources: { shared: fileSystem({ kmsKeyId: UNKNOWN }), replica: replication({ kmsKeyId: UNKNOWN }) },
      says: { shared: "kmsKeyId is not known yet", replica: "destination.kmsKeyId is not known yet" },
    },
  ],
};
