import { basename } from "node:path";
import { contentType, lookup } from "mime-types";

/**
 * The Content-Type of a file by its extension, texts as UTF-8.
 *
 * Files below `.well-known` may have none: Apple asks for JSON there.
 * https://developer.apple.com/documentation/xcode/supporting-associated-domains
 */
export function contentTypeOf(path: string): string {
  const name = basename(path);
  if (name === "apple-app-site-association") return "application/json; charset=utf-8";
  const type = lookup(name);
  return (type && contentType(type)) || "application/octet-stream";
}

const edge = "s-maxage=31536000";

/**
 * The Cache-Control of a file. CloudFront keeps every file for a year: whatever changes has another path there with each
 * release, so nothing is ever out of date. What differs is how long a browser does.
 */
export function cacheControlOf(path: string, immutableFolders: readonly string[]): string {
  if (isPage(path)) return `public, max-age=0, ${edge}, must-revalidate`;
  if (isImmutable(path, immutableFolders)) return "public, max-age=31536000, immutable";
  return `public, max-age=3600, ${edge}`;
}

/**
 * Whether a name changes with its content: because its folder is one of those, or because it holds eight or more
 * hexadecimal digits, letters and figures among them (a date has no letters). The function at the edge tells the same.
 */
export function isImmutable(path: string, immutableFolders: readonly string[]): boolean {
  if (isPage(path)) return false;
  if (immutableFolders.some((folder) => path.startsWith(`${folder}/`))) return true;
  const parts = basename(path).split(/[.-]/).slice(0, -1);
  return parts.some((part) => /^(?=.*\d)(?=.*[a-f])[\da-f]{8,}$/.test(part));
}

function isPage(path: string): boolean {
  return /\.html?$/.test(path);
}
