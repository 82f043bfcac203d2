import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * Refuses whoever comes without TLS or past the mount targets. It allows nobody, which is what keeps anonymous clients
 * out: without a policy anyone on the network may mount, with one only a role whose own policy lets it.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function fileSystemPolicy(
  name: string,
  fileSystem: aws.efs.FileSystem,
  parent: pulumi.Resource,
): aws.efs.FileSystemPolicy {
  const refusal = { Effect: "Deny", Principal: { AWS: "*" }, Resource: fileSystem.arn };
  const clientActions = ["ClientMount", "ClientWrite", "ClientRootAccess"];
  return new aws.efs.FileSystemPolicy(
    `${name}-policy`,
    {
      fileSystemId: fileSystem.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "TlsOnly",
            ...refusal,
            Action: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
          {
            Sid: "MountTargetsOnly",
            ...refusal,
            Action: clientActions.map((action) => `elasticfilesystem:${action}`),
            Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } },
          },
        ],
      }),
    },
    { parent },
  );
}
