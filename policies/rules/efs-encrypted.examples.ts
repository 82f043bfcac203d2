import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const fileSystem = (props: object) => ({ type: "aws:efs/fileSystem:FileSystem", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a file system that is not encrypted, said or not",
      resources: { silent: fileSystem({}), plain: fileSystem({ encrypted: "false" }) },
      says: { silent: "encrypted is not set; set it to true", plain: "encrypted is false; set it to true" },
    },
    {
      title: "a file system with a key that is still not encrypted",
      resources: { shared: fileSystem({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d" }) },
      says: { shared: "encrypted is not set" },
    },
  ],
  allowed: [
    {
      title: "an encrypted file system, in both spellings",
      resources: { shared: fileSystem({ encrypted: true }), other: fileSystem({ encrypted: "true" }) },
    },
    {
      title: "a replica, which EFS always encrypts",
      resources: {
        replica: {
          type: "aws:efs/replicationConfiguration:ReplicationConfiguration",
          props: { sourceFileSystemId: "fs-0123456789abcdef0", destination: { region: "eu-central-1" } },
        },
      },
    },
  ],
  undecided: [
    {
      title: "encryption that is not known",
      resources: { shared: fileSystem({ encrypted: UNKNOWN }) },
      says: { shared: "encrypted is not known yet" },
    },
  ],
};
