import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How a path without an extension is answered. */
export type SitePaths = "folders" | "htmlFiles" | "singlePage";

/** What a store says of releases: which one visitors get, and which one those who try the next out. */
export type ReleaseKey = "live" | "staged";

/** What the function at the edge is told of a site. */
export interface ViewerSettings {
  /** The key of the store that names the release to show. */
  readonly key: ReleaseKey;
  readonly paths: SitePaths;
  /** The folders that all releases share. */
  readonly immutableFolders: readonly string[];
  /** The hosts that lead to another one. */
  readonly hosts: readonly HostRedirect[];
}

/** A host that leads to another one. */
export interface HostRedirect {
  readonly from: string;
  readonly to: string;
}

const source = readFileSync(join(__dirname, "viewer-request.js"), "utf8");
const statement = /^const settings = .*;$/m;

/**
 * The code that CloudFront runs before it looks into its cache: it redirects, and leads a path to a file of the live
 * release, or to one that all releases share.
 *
 * @throws when the settings are too many for a function: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
 */
export function viewerCode(check: ArgumentCheck, settings: ViewerSettings): string {
  const code = source.replace(statement, () => `const settings = ${literal(settings)};`);
  const size = Buffer.byteLength(code);
  const room = "must leave, with content.immutableFolders, the CloudFront function at most 10240 bytes long";
  check(size <= 10_240, "domains", room, size);
  return code;
}

/** JSON in ASCII: the runtime is of ECMAScript 5.1, in which some line ends may not stand in a text. */
function literal(settings: ViewerSettings): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(settings).replace(/[^ -~]/g, escaped);
}

/** The function itself, which reads the store. */
export function viewerFunction(
  name: string,
  code: string,
  store: aws.cloudfront.KeyValueStore,
  parent: pulumi.Resource,
): aws.cloudfront.Function {
  return new aws.cloudfront.Function(
    `${name}-viewer`,
    {
      runtime: "cloudfront-js-2.0",
      comment: `Leads requests to a release of ${name}`,
      code,
      keyValueStoreAssociations: [store.arn],
      publish: true,
      tags: { Name: name },
    },
    { parent },
  );
}
