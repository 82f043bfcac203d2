import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { type PackFolder, readPackFolder } from "../../../planner/packs/pack-folder";
import { folderWith } from "../folder";

const root = join(__dirname, "../../..");

/** Makes packages of this project those of a folder: its `node_modules` links to them, and to no others. */
export function link(folder: string, packages: readonly string[]): void {
  for (const name of packages) {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, "node_modules", name), place);
  }
}

/** A policy pack by the code of its index.js, called DIR. */
export function packOf(code: string, files: Readonly<Record<string, string>> = {}): PackFolder {
  const folder = folderWith({
    "PulumiPolicy.yaml": "runtime: nodejs\n",
    "package.json": '{ "version": "1.2.3" }',
    "index.js": code,
    ...files,
  });
  if (!Object.keys(files).some((file) => file.startsWith("node_modules/"))) {
    link(folder, ["@pulumi/policy", "@pulumi/pulumi"]);
  }
  return readPackFolder(folder, "DIR");
}

/** A pack of policies, by the code of their list. */
export function policiesPack(policies: string, name = "house"): PackFolder {
  return packOf(
    `const { PolicyPack } = require("@pulumi/policy");\nnew PolicyPack("${name}", { policies: ${policies} });\n`,
  );
}
