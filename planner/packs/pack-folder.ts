import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { InputError } from "../input-error";
import { existingFolder } from "../project";
import { readYaml } from "../stack-file";

/** A policy pack of another folder, as `--policies` names it. */
export interface PackFolder {
  readonly folder: string;
  /** The folder as the user wrote it, for messages. */
  readonly called: string;
  /** The script of the pack's own SDK that runs packs. */
  readonly host: string;
}

/** As the CLI looks for them: `DetectPolicyPackPathAt` in `sdk/go/common/workspace/paths.go` of pulumi/pulumi. */
const PACK_FILES = ["PulumiPolicy.yaml", "PulumiPolicy.yml", "PulumiPolicy.json"];

/**
 * Finds out whether a folder holds a pack that can be run; nothing of it is started yet.
 *
 * @param called the folder as the user wrote it, for messages
 * @throws InputError when there is no pack for Node.js, or no SDK to run it with
 */
export function readPackFolder(path: string, called: string): PackFolder {
  const folder = existingFolder(path, called);
  const name = PACK_FILES.find((file) => existsSync(join(folder, file)));
  if (name === undefined) throw new InputError(`${called} is no policy pack: it has no PulumiPolicy.yaml`);
  const written = readYaml(join(folder, name));
  const runtime = written?.getIn(["runtime", "name"]) ?? written?.get("runtime");
  if (runtime !== "nodejs") {
    const says = runtime === undefined ? "names no runtime" : `says the runtime is ${JSON.stringify(runtime)}`;
    throw new InputError(`${name} of ${called} ${says}; only policy packs for nodejs can be run`);
  }
  if (!existsSync(join(folder, "package.json"))) {
    throw new InputError(`${called} has no package.json, which names a policy pack's version and packages`);
  }
  return { folder, called, host: hostOf(folder, called) };
}

function hostOf(folder: string, called: string): string {
  try {
    return createRequire(join(folder, "pack.js")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  } catch {
    throw new InputError(`@pulumi/pulumi cannot be found from ${called}: run npm install in ${called}`);
  }
}
