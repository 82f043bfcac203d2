import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** Stand-ins of EFS. */
export const efs: Readonly<Record<string, Maker>> = {
  "aws:efs/fileSystem:FileSystem": ({ id, arn, region, dnsSuffix }) => {
    const own = id("fs");
    return {
      id: own,
      arn: arn("elasticfilesystem", `file-system/${own}`),
      dnsName: `${own}.efs.${region}.${dnsSuffix}`,
      ownerId: ACCOUNT_ID,
    };
  },
  "aws:efs/accessPoint:AccessPoint": ({ inputs, id, arn }) => {
    const own = id("fsap");
    return {
      id: own,
      arn: arn("elasticfilesystem", `access-point/${own}`),
      fileSystemArn: arn("elasticfilesystem", `file-system/${text(inputs.fileSystemId)}`),
      ownerId: ACCOUNT_ID,
    };
  },
  "aws:efs/mountTarget:MountTarget": ({ inputs, id, arn, region, dnsSuffix }) => ({
    id: id("fsmt"),
    fileSystemArn: arn("elasticfilesystem", `file-system/${text(inputs.fileSystemId)}`),
    dnsName: `${text(inputs.fileSystemId)}.efs.${region}.${dnsSuffix}`,
    networkInterfaceId: id("eni"),
    ownerId: ACCOUNT_ID,
  }),
  "aws:efs/fileSystemPolicy:FileSystemPolicy": sameAs("fileSystemId"),
  "aws:efs/backupPolicy:BackupPolicy": sameAs("fileSystemId"),
  "aws:efs/replicationConfiguration:ReplicationConfiguration": sameAs("sourceFileSystemId"),
};
