import type { ArgumentCheck } from "../argument-checks";

/** One thing that is done to an image: by lines of bash, by a document of yours, or by a component that AWS has. */
export type ImageStep =
  | ImageCommands
  /** The YAML of a component. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html */
  | { readonly document: string }
  /** A component of AWS's by its name, e.g. `update-linux`; always its newest version. */
  | { readonly managed: string };

/** Bash, run as root, line by line; the first line that fails ends the build. */
export interface ImageCommands {
  /** What is done on the server that becomes the image. */
  readonly build: readonly string[];
  /** What must succeed there before it becomes the image. @default nothing */
  readonly validate?: readonly string[];
  /** What must succeed on a server that has booted from the image. @default nothing */
  readonly test?: readonly string[];
}

/** https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateComponent.html */
const longestDocument = 16000;

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-recipes.html */
const mostSteps = 20;

export function checkSteps(check: ArgumentCheck, steps: Readonly<Record<string, ImageStep>>): void {
  const entries = Object.entries(steps);
  const isFew = entries.length >= 1 && entries.length <= mostSteps;
  check(isFew, "steps", `must be between 1 and ${mostSteps} steps`, entries.length);
  for (const [name, step] of entries) {
    const place = `steps["${name}"]`;
    const isName = /^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/.test(name);
    check(isName, "steps", "must have names of at most 42 small letters, digits and dashes", name);
    if ("managed" in step) {
      check(
        /^[a-z0-9-]+$/.test(step.managed),
        `${place}.managed`,
        'must be a name such as "update-linux"',
        step.managed,
      );
      continue;
    }
    if ("document" in step) {
      const isDocument = /^schemaVersion: *['"]?1\.0/m.test(step.document) && /^phases:/m.test(step.document);
      check(isDocument, `${place}.document`, "must be the YAML of a component: schemaVersion 1.0, and phases", name);
    } else checkCommands(check, place, step);
    const { length } = documentOf(name, step);
    check(length <= longestDocument, place, `must be at most ${longestDocument} characters as a document`, length);
  }
}

function checkCommands(check: ArgumentCheck, place: string, commands: ImageCommands): void {
  check(commands.build.length > 0, `${place}.build`, "must hold at least one line", commands.build);
  for (const phase of ["validate", "test"] as const) {
    const lines = commands[phase];
    check(lines?.length !== 0, `${place}.${phase}`, "must hold at least one line, or be left out", lines);
  }
}

/** The document of a step. Text between double quotes means the same in YAML as in JSON. */
export function documentOf(name: string, step: Exclude<ImageStep, { managed: string }>): string {
  if ("document" in step) return step.document;
  const phases = (["build", "validate", "test"] as const).flatMap((phase) => {
    const lines = step[phase];
    if (!lines) return [];
    return [
      `  - name: ${phase}`,
      "    steps:",
      `      - name: ${phase}`,
      "        action: ExecuteBash",
      "        inputs:",
      "          commands:",
      ...["set -euo pipefail", ...lines].map((line) => `            - ${JSON.stringify(line)}`),
    ];
  });
  return [`name: ${name}`, "schemaVersion: 1.0", "phases:", ...phases, ""].join("\n");
}
