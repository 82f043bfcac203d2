import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * A folder of the file system, and the user as whom everything in it is read and written, whoever the client's process
 * runs as. https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
 */
export interface SharedFolder {
  /** Where it is in the file system, at most four folders deep. It is made when it is first mounted. @default `/` and its name */
  readonly path?: string;
  /** Numbers of users and groups, 0–4294967295. @default user and group 1000 */
  readonly user?: { readonly uid: number; readonly gid: number; readonly secondaryGids?: readonly number[] };
  /** Who may do what in the folder, in octal, once it is made. @default "0755" */
  readonly permissions?: string;
  /** Whether those who mount it may only read. @default false */
  readonly readOnly?: boolean;
  /** Whether its user may be root, who may do everything below its path. @default false */
  readonly rootAccess?: boolean;
}

/** A folder with its defaults, checked. */
export interface FolderSettings extends Required<SharedFolder> {
  readonly name: string;
}

/** The largest number of a user or a group. */
const lastId = 2 ** 32 - 1;

/** Limits: https://docs.aws.amazon.com/efs/latest/ug/API_CreateAccessPoint.html */
export function readFolders(check: ArgumentCheck, folders: Readonly<Record<string, SharedFolder>>): FolderSettings[] {
  const names = Object.keys(folders);
  check(names.length > 0, "folders", "must name at least one folder", names);
  for (const name of names) {
    const isName = /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/.test(name);
    check(isName, "folders", "must have names of lower-case letters, digits and hyphens, at most 32", name);
  }
  return Object.entries(folders).map(([name, folder]) => readFolder(check, name, folder));
}

function readFolder(check: ArgumentCheck, name: string, folder: SharedFolder): FolderSettings {
  const { path = `/${name}`, user = { uid: 1000, gid: 1000 }, permissions = "0755" } = folder;
  const { readOnly = false, rootAccess = false } = folder;
  const place = `folders.${name}`;
  const isPath = path.length <= 100 && /^(\/(?!\.)[^/$#<>;`|&?{}^*\p{Cc}]+){1,4}$/u.test(path);
  const requirement = 'must be one to four folders such as "/shop/pages", at most 100 characters';
  check(isPath, `${place}.path`, requirement, path);
  for (const id of [user.uid, user.gid, ...(user.secondaryGids ?? [])]) {
    const isId = Number.isInteger(id) && id >= 0 && id <= lastId;
    check(isId, `${place}.user`, `must be made of whole numbers between 0 and ${lastId}`, id);
  }
  const groups = user.secondaryGids?.length ?? 0;
  check(groups <= 16, `${place}.user.secondaryGids`, "must be at most 16 groups", groups);
  check(user.uid !== 0 || rootAccess, `${place}.user.uid`, "must not be root (0) without rootAccess", 0);
  check(user.uid === 0 || !rootAccess, `${place}.rootAccess`, "must be left out unless user.uid is 0", rootAccess);
  check(!(rootAccess && readOnly), `${place}.rootAccess`, "must be left out where readOnly is true", rootAccess);
  const isMode = /^[0-7]{3,4}$/.test(permissions);
  check(isMode, `${place}.permissions`, 'must be three or four octal digits such as "0755"', permissions);
  return { name, path, user, permissions, readOnly, rootAccess };
}

/** A folder that can be mounted, and the policy of those who may. */
export interface FolderAccess {
  readonly point: aws.efs.AccessPoint;
  readonly policy: aws.iam.Policy;
}

/** What a client does: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
export function accessPoint(
  name: string,
  fileSystem: aws.efs.FileSystem,
  folder: FolderSettings,
  parent: pulumi.Resource,
): FolderAccess {
  const { path, user, permissions, readOnly, rootAccess } = folder;
  const role = `${name}-${folder.name}`;
  const point = new aws.efs.AccessPoint(
    role,
    {
      fileSystemId: fileSystem.id,
      posixUser: { ...user, secondaryGids: user.secondaryGids && [...user.secondaryGids] },
      rootDirectory: { path, creationInfo: { ownerUid: user.uid, ownerGid: user.gid, permissions } },
      tags: { Name: role },
    },
    { parent },
  );
  const actions = ["ClientMount", ...(readOnly ? [] : ["ClientWrite"]), ...(rootAccess ? ["ClientRootAccess"] : [])];
  const policy = new aws.iam.Policy(
    `${role}-mount`,
    {
      description: `Mounts ${folder.name} of ${name}${readOnly ? " to read" : ""}`,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: actions.map((action) => `elasticfilesystem:${action}`),
            Resource: fileSystem.arn,
            Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": point.arn } },
          },
        ],
      }),
      tags: { Name: `${role}-mount` },
    },
    { parent },
  );
  return { point, policy };
}
