import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ArgumentCheck } from "../argument-checks";
import { cacheControlOf, contentTypeOf, isImmutable } from "./file-class";

export interface SiteContent {
  /** The folder of the built site, as seen from where `pulumi` runs; `index.html` and, if there is one, `404.html` in it. */
  readonly folder: string;
  /**
   * Folders in which every file has a name that changes with its content, such as Vite's `assets` or Next.js's
   * `_next/static`: browsers keep these files for a year, and all releases share them. Names with a hexadecimal hash are
   * known without. @default none
   */
  readonly immutableFolders?: readonly string[];
}

/** One file of a site. */
export interface SiteFile {
  /** Its path below the folder, with forward slashes. */
  readonly path: string;
  /** Where it is on the machine that runs `up`. */
  readonly source: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Whether its name changes with its content: all releases share it. */
  readonly isImmutable: boolean;
}

/** What a folder holds, and the name under which it is stored: the same content always has the same one. */
export interface SiteRelease {
  readonly id: string;
  readonly files: readonly SiteFile[];
}

/** The path below which CloudFront looks for its error page, whatever release is live. */
export const errorFolder = "_error";

/** Node reads no longer file at once, and all that is served is read for its hash. */
const mostBytes = 2 ** 31 - 1;

/** The page for what is not there. */
export const notFoundPage = "404.html";

/**
 * Reads a folder.
 *
 * @throws when it is not there, has no index.html, or holds what cannot be served
 */
export function readContent(check: ArgumentCheck, { folder, immutableFolders = [] }: SiteContent): SiteRelease {
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  check(isFolder, "content.folder", "must be a folder", folder);
  for (const immutable of immutableFolders) {
    const isPath = /^[^/](.*[^/])?$/.test(immutable);
    check(isPath, "content.immutableFolders", "must be paths without a slash at either end", immutable);
  }
  const paths = listed(check, folder, "").sort();
  check(paths.length > 0, "content.folder", "must hold at least one file", folder);
  check(paths.includes("index.html"), "content.folder", "must hold an index.html", folder);
  // Each file is a resource of the stack.
  const most = "must hold at most 5000 files: what is more is better synchronised to a bucket than deployed";
  check(paths.length <= 5000, "content.folder", most, paths.length);
  const files = paths.map((path) => ({
    path,
    source: join(folder, path),
    contentType: contentTypeOf(path),
    cacheControl: cacheControlOf(path, immutableFolders),
    isImmutable: isImmutable(path, immutableFolders),
  }));
  return { id: idOf(files, (source) => readFileSync(source)), files };
}

/** Names 16 hexadecimal digits after all that viewers get: paths, types, cache times, bytes. */
export function idOf(files: readonly SiteFile[], read: (source: string) => Uint8Array): string {
  const hash = createHash("sha256");
  for (const { path, source, contentType, cacheControl } of [...files].sort(byPath)) {
    const bytes = createHash("sha256").update(read(source)).digest("hex");
    hash.update(`${JSON.stringify([path, contentType, cacheControl, bytes])}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

function byPath(one: SiteFile, other: SiteFile): number {
  return one.path < other.path ? -1 : 1;
}

function listed(check: ArgumentCheck, folder: string, below: string): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  return entries.filter(isServed(below)).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return listed(check, folder, path);
    check(entry.isFile(), "content.folder", "must hold files and folders alone, no links", path);
    checkPath(check, path);
    const isReadable = statSync(join(folder, path)).size <= mostBytes;
    check(isReadable, "content.folder", "must hold no file over 2 GiB", path);
    return [path];
  });
}

/** What begins with a dot is a machine's or an editor's, but for the folder of RFC 8615. */
function isServed(below: string) {
  return ({ name }: { readonly name: string }) => !name.startsWith(".") || (below === "" && name === ".well-known");
}

function checkPath(check: ArgumentCheck, path: string): void {
  // S3 takes a plus for a space, and advises against the others.
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
  const isPlain = !/[\p{Cc}\\^%"<>#|{}?+*:`]/u.test(path);
  check(
    isPlain,
    "content.folder",
    'must hold no name with control characters or one of \\ ^ % " < > # | { } ? + * : `',
    path,
  );
  const isShort = Buffer.byteLength(path) <= 900;
  check(isShort, "content.folder", "must hold no path of more than 900 bytes, as a key of S3 has 1024", path);
  const isOwn = !path.startsWith(`${errorFolder}/`);
  check(isOwn, "content.folder", `must hold no folder ${errorFolder}, which is the site's own`, path);
  const isReachable = path.startsWith(".well-known/") || /\./.test(path.slice(path.lastIndexOf("/") + 1));
  const reached = "must hold no file without an extension outside .well-known, as such a path is that of a page";
  check(isReachable, "content.folder", reached, path);
}
