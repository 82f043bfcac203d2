import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const fileSystem = { type: "aws:efs/fileSystem:FileSystem", props: { encrypted: true } };
const policy = (Statement: unknown, fileSystemId: unknown = ref("files")) => ({
  type: "aws:efs/fileSystemPolicy:FileSystemPolicy",
  props: { fileSystemId, policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
});
const refusal = {
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const mount = { Effect: "Allow", Principal: { AWS: "*" }, Action: ["elasticfilesystem:ClientMount"] };

export const examples: Examples = {
  denied: [
    {
      title: "a file system without a policy",
      resources: { files: fileSystem, more: fileSystem, policy: policy(refusal) },
      says: { more: "it has no FileSystemPolicy, so that clients without TLS get in; add one that refuses them" },
    },
    {
      title: "a policy that refuses nobody",
      resources: { files: fileSystem, policy: policy([mount]) },
      says: { policy: "policy lets in clients without TLS; add a statement that denies everyone" },
    },
    {
      title: "a refusal of some clients, of some actions, or of clients with TLS",
      resources: {
        a: fileSystem,
        some: policy({ ...refusal, Principal: { AWS: "arn:aws:iam::123456789012:root" } }, ref("a")),
        b: fileSystem,
        writes: policy({ ...refusal, Action: "elasticfilesystem:ClientWrite" }, ref("b")),
        c: fileSystem,
        turned: policy({ ...refusal, Condition: { Bool: { "aws:SecureTransport": "true" } } }, ref("c")),
      },
      says: { some: "policy lets in", writes: "policy lets in", turned: "policy lets in" },
    },
  ],
  allowed: [
    {
      title: "a policy that refuses clients without TLS, also beside what it allows",
      resources: { files: fileSystem, policy: policy([mount, refusal]) },
    },
    {
      title: "a refusal of mounts alone, or of what comes through a mount target",
      resources: {
        a: fileSystem,
        mounts: policy({ ...refusal, Principal: "*", Action: ["elasticfilesystem:ClientMount"] }, ref("a")),
        b: fileSystem,
        targets: policy(
          {
            ...refusal,
            Condition: {
              Bool: { "aws:SecureTransport": false, "elasticfilesystem:AccessedViaMountTarget": "true" },
            },
          },
          ref("b"),
        ),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: {
        files: fileSystem,
        policy: {
          type: "aws:efs/fileSystemPolicy:FileSystemPolicy",
          props: { fileSystemId: ref("files"), policy: UNKNOWN },
        },
      },
      says: { policy: "policy is not known yet" },
    },
    {
      title: "a policy of which it is not known whose it is",
      resources: { files: fileSystem, policy: policy(refusal, UNKNOWN) },
      says: { files: "which file system each FileSystemPolicy is for is not known yet" },
    },
  ],
};
