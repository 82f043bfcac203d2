import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** A file system of EFS that the function mounts, over TLS and as the user of an access point. */
export interface FileSystem {
  /** The ARN of the access point: an output that waits for the mount targets, since Lambda asks for them. */
  readonly accessPointArn: pulumi.Input<string>;
  /** The ARN of the file system, on which the role is allowed to mount. */
  readonly fileSystemArn: pulumi.Input<string>;
  /** Where the function sees it: `/mnt/` and a name. */
  readonly mountPath: string;
  /** Whether the function may only read. @default false */
  readonly readOnly?: boolean;
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_FileSystemConfig.html */
export function checkFileSystem(check: ArgumentCheck, { mountPath }: FileSystem, inVpc: boolean): void {
  const isPath = /^\/mnt\/[a-zA-Z0-9-_.]+$/.test(mountPath) && mountPath.length <= 160;
  check(isPath, "fileSystem.mountPath", "must be /mnt/ and a name of letters, digits, -, _ and .", mountPath);
  check(inVpc, "vpc", "must be given with fileSystem, which is reached within a network", undefined);
}
