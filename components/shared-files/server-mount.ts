import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { UserData } from "../user-data";

/** What a server needs to have a shared folder, beside a way to it. */
export interface ServerMount {
  /**
   * Goes into the server's own user data, its commands before those that use the folder. It is for Amazon Linux: AWS has
   * a package of its mount helper for no other, so another image must bring amazon-efs-utils.
   * https://docs.aws.amazon.com/efs/latest/ug/installing-amazon-efs-utils.html
   */
  readonly userData: Required<Pick<UserData, "files" | "commands">>;
  /** The policy that lets the server's role mount the folder, by the folder's name. */
  readonly policyArns: Readonly<Record<string, pulumi.Output<string>>>;
}

/** A folder that can be mounted. */
export interface MountableFolder {
  readonly name: string;
  readonly fileSystemId: pulumi.Output<string>;
  readonly accessPointId: pulumi.Output<string>;
  readonly policyArn: pulumi.Output<string>;
}

const program = "/usr/local/sbin/mount-shared-files";
const content = readFileSync(join(__dirname, "mount-shared-files.sh"), "utf8");

/** @throws when the place is none that fstab can name. */
export function serverMount(
  check: ArgumentCheck,
  { name, fileSystemId, accessPointId, policyArn }: MountableFolder,
  path: string,
): ServerMount {
  const isPath = /^(\/[\w.@+-]+)+$/.test(path) && !path.split("/").includes("..");
  check(isPath, "mount path", 'must be an absolute path such as "/srv/pages"', path);
  return {
    userData: {
      files: { [program]: { content, mode: "0755" } },
      commands: [pulumi.interpolate`${program} ${fileSystemId} ${accessPointId} ${path}`],
    },
    policyArns: { [name]: policyArn },
  };
}
