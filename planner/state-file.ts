import { InputError } from "./input-error";
import { readFile } from "./read-file";
import { isObject } from "./wire";

/** A member of a state, as JSON has it: anything. */
export type Written = { readonly [key: string]: unknown };

/** The deployment that a file holds. */
export interface Deployment {
  readonly version: number;
  readonly resources: readonly Written[];
  /** How many operations were interrupted, so that nobody knows what they made. */
  readonly pendingOperations: number;
}

/** The first knew no providers, the third knows which property depends on what, the fourth says what else it uses. */
const VERSIONS = [1, 2, 3, 4];

/**
 * Reads what `pulumi stack export` writes, or a checkpoint of a backend's own (`.pulumi/stacks/<project>/<stack>.json`).
 *
 * @param called the file as the user wrote it, for messages
 * @throws InputError when it is something else
 */
export function readDeployment(path: string, called: string): Deployment {
  const content = parsed(readFile(path, called), called);
  const { version, deployment, checkpoint } = isObject(content) ? (content as Written) : ({} as Written);
  const found = isObject(checkpoint) ? (checkpoint as Written).latest : deployment;
  if (found === undefined && !isObject(checkpoint)) {
    throw new InputError(`${called} is no state: "pulumi stack export" writes a version and a deployment`);
  }
  const known = VERSIONS.find((one) => one === version);
  if (known === undefined) {
    const written = version === undefined ? "no version" : `version ${JSON.stringify(version)}`;
    throw new InputError(`${called} has ${written}; versions 1 to 4 can be read`);
  }
  // A stack that nothing was ever deployed to has no deployment, or none with resources.
  const { resources, pendingOperations: pending } = isObject(found) ? (found as Written) : ({} as Written);
  const listed = resources ?? [];
  if (!Array.isArray(listed) || !listed.every(isObject)) {
    throw new InputError(`${called}: resources must be a list of objects`);
  }
  return { version: known, resources: listed, pendingOperations: Array.isArray(pending) ? pending.length : 0 };
}

function parsed(text: string, called: string): unknown {
  // What gzip writes begins so, read as UTF-8.
  if (text.startsWith("\u001f\ufffd")) throw new InputError(`${called} is compressed: decompress it with gunzip`);
  try {
    // Editors of Windows put a mark in front.
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    // The parser's own words quote the file, and so what may be secret.
    throw new InputError(`${called} is not JSON`);
  }
}
