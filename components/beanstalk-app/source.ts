import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { contentHash, filesBelow } from "../content-hash";
import { checkChoice } from "./choice";

/**
 * What is deployed. Whatever has other content is another version; the same content is the same version for ever. AWS
 * refuses to take one again that it still keeps: to go back, name its label, or upload it under another.
 */
export type Source =
  /** A folder with the application at its top: `Procfile`, `package.json` and the like. All files below it go up. */
  | ({ readonly type: "folder" } & LocalSource)
  /** A zip, war or jar that a build has made. It goes up as it is, with the file modes that it holds. */
  | ({ readonly type: "archive" } & LocalSource)
  /** What a pipeline has uploaded to a bucket of yours in this region, under a label of yours. */
  | {
      readonly type: "object";
      readonly bucket: pulumi.Input<string>;
      readonly key: pulumi.Input<string>;
      /** The version's label, unique in the application: another object needs another one. */
      readonly label: string;
    }
  /** A version that was uploaded before and is still kept: the way back. */
  | { readonly type: "version"; readonly label: string };

/** What `up` itself uploads. */
export type UploadedSource = Extract<Source, { type: "folder" | "archive" }>;

interface LocalSource {
  /** As seen from where `pulumi` runs. */
  readonly path: string;
  /**
   * What the version's label begins with, e.g. `1.4.0`; a hash of the content follows, as AWS never lets a label stand
   * for other content.
   *
   * @default "v"
   */
  readonly label?: string;
}

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-sourcebundle.html */
const mostBytes = 500 * 1024 * 1024;

/** @throws when there is nothing to deploy, or more than AWS takes. */
export function checkSource(check: ArgumentCheck, source: Source): void {
  checkChoice(check, "source.type", ["folder", "archive", "object", "version"], source.type);
  const { label } = source;
  // A label holds 100 characters; a hash takes 13 of them. https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_CreateApplicationVersion.html
  const most = source.type === "folder" || source.type === "archive" ? 87 : 100;
  const isLabel = label === undefined || (/^[A-Za-z0-9][\w.+-]*$/.test(label) && label.length <= most);
  check(isLabel, "source.label", `must be at most ${most} letters, digits, dots, hyphens, + and _`, label);
  if (source.type === "object" || source.type === "version") return;
  const { type, path } = source;
  const found = existsSync(path) ? statSync(path) : undefined;
  if (type === "archive") {
    const isFile = found?.isFile() === true && /\.(zip|war|jar)$/.test(path);
    check(isFile, "source.path", "must be a .zip, .war or .jar file", path);
    check(found.size <= mostBytes, "source.path", "must be a file of at most 500 MB", path);
    return;
  }
  check(found?.isDirectory() === true, "source.path", "must be a folder", path);
  check(filesBelow(path).length > 0, "source.path", "must be a folder that holds files", path);
}

/** The label of a source: the same for the same content on every machine. */
export function versionLabel(source: UploadedSource): string {
  return `${source.label ?? "v"}-${hashOf(source)}`;
}

/** Twelve digits of a hash over all file names and contents. */
function hashOf({ type, path }: UploadedSource): string {
  const files = type === "folder" ? filesBelow(path) : [""];
  return contentHash(files.map((file) => [file, join(path, file)] as const)).slice(0, 12);
}
