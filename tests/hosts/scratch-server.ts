import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** What stands in for programs that would change this machine, or that reach AWS. */
const standIns: Readonly<Record<string, string>> = {
  "apt-get": "",
  useradd: "",
  hostname: "echo ip-10-0-0-10.ec2.internal",
  systemctl: readFileSync(join(__dirname, "systemctl.sh"), "utf8").replace(/^#!.*\n/, ""),
};

/** How a script ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** A folder that is the root of a server: what it would write, run and start is all below. */
export class ScratchServer {
  readonly folder: string;
  private readonly programs: string;

  /** @param programs further programs, in bash */
  constructor(name: string, programs: Readonly<Record<string, string>> = {}) {
    this.folder = mkdtempSync(join(tmpdir(), `${name}-`));
    // Web servers give up root's rights and still have to read it.
    chmodSync(this.folder, 0o755);
    this.programs = join(this.folder, "programs");
    for (const place of ["programs", "run", "etc/systemd/system"]) {
      mkdirSync(join(this.folder, place), { recursive: true });
    }
    for (const [program, body] of Object.entries({ ...standIns, ...programs })) this.program(program, body);
  }

  /** Has bash do this for a program. */
  program(name: string, body: string): void {
    const file = join(this.programs, name);
    writeFileSync(file, `#!/bin/bash\n${body}\n`);
    chmodSync(file, 0o755);
  }

  /** Writes what a package would have brought. */
  write(path: string, content: string): void {
    const file = join(this.folder, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, content);
  }

  /** Text of the server, with its folders and ports as they are here. */
  translate(text: string, ports: Readonly<Record<number, number>> = {}): string {
    const here = text.replace(/(?<![\w.+/])\/(etc|opt|run|srv|var)\//g, `${this.folder}/$1/`);
    return Object.entries(ports).reduce(
      (made, [port, own]) => made.replace(new RegExp(`\\b${port}\\b`, "g"), `${own}`),
      here,
    );
  }

  /** Runs a script as root would. */
  async run(script: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const [file, log] = [join(this.folder, "run/script.sh"), join(this.folder, "run/script.log")];
    writeFileSync(file, script);
    // What it starts keeps its output, so that a pipe would never end.
    const output = openSync(log, "w");
    const PATH = [this.programs, process.env.PATH, "/usr/sbin"].join(delimiter);
    const bash = spawn("bash", [file], {
      env: { ...process.env, ...env, PATH, ROOT: this.folder },
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    const status = await new Promise<number | null>((resolve) => bash.once("exit", resolve));
    return { status, said: readFileSync(log, "utf8") };
  }

  /** Ends all that it has started, and leaves nothing behind. */
  async remove(): Promise<void> {
    const kept = join(this.folder, "run/units");
    const files = existsSync(kept) ? readdirSync(kept).map((unit) => join(kept, unit)) : [];
    const processes = files.filter(existsSync).map((file) => Number(readFileSync(file, "utf8")));
    for (const id of processes.filter(isRunning)) process.kill(id, "SIGTERM");
    for (let tries = 0; tries < 100 && processes.some(isRunning); tries++) await pause();
    rmSync(this.folder, { recursive: true });
  }
}

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
