import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { readUserData, type UserData } from "../../../components/user-data";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

/** The script that a server runs as it boots for the first time. */
export const bootScript = (userData: UserData<string>): string => String(readUserData(check, userData));

/** What stands in for programs that only Amazon Linux has, or that need root. Each says that it was called, and how. */
const standIns = (npm: string): Record<string, string> => ({
  dnf: "",
  alternatives: "",
  useradd: "",
  systemctl: "",
  id: "exit 1",
  // Who runs the test is no other user.
  runuser: 'shift 3\nexec "$@"',
  // A file is whose who writes it.
  install: `kept=()
while [ $# -gt 0 ]; do case "$1" in -o|-g) shift 2;; *) kept+=("$1"); shift;; esac; done
PATH=\${PATH#*:} exec install "\${kept[@]}"`,
  "npm-24": npm,
});

export interface Booted {
  /** Where the server's files are: those of `/srv/x` in `srv/x`. */
  readonly folder: string;
  /** What was called in the place of programs, in order. */
  readonly calls: readonly string[];
}

/** Runs the user data in a folder, as if it were the root of a server. */
export function booted(
  folder: string,
  userData: UserData<string>,
  { npm = "", env = {} }: { npm?: string; env?: Record<string, string> } = {},
): Booted {
  const programs = join(folder, "programs");
  const called = join(folder, "called");
  mkdirSync(programs, { recursive: true });
  writeFileSync(called, "");
  for (const [name, body] of Object.entries(standIns(npm))) {
    const file = join(programs, name);
    writeFileSync(file, `#!/bin/bash\necho "${name} $*" >> "${called}"\n${body}\n`);
    chmodSync(file, 0o755);
  }
  const script = join(folder, "boot.sh");
  writeFileSync(script, within(folder, bootScript(userData)));
  execFileSync("bash", [script], {
    env: { ...process.env, ...env, PATH: `${programs}:${process.env.PATH}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const calls = readFileSync(called, "utf8").trimEnd().split("\n");
  return {
    folder,
    calls: calls.map((call) => call.replaceAll(folder, "")).filter((call) => !/^install -D/.test(call)),
  };
}

/** The text with the server's folders in this one. */
export const within = (folder: string, text: string): string =>
  text.replace(/(?<![\w.+/])\/(etc|opt|run|srv)\//g, `${folder}/$1/`);

/** Whether a program is at hand. */
export const isAtHand = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
