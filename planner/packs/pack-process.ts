import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { type Fault, isFault, sentence } from "../fault";
import { InputError } from "../input-error";
import { endWithUs } from "../own-process";
import type { PackFolder } from "./pack-folder";

/** What a pack is told of the stack that it judges. */
export interface Surroundings {
  readonly project: string;
  readonly stack: string;
  /** The stack's configuration, as `Pulumi.<stack>.yaml` has it. */
  readonly config: Readonly<Record<string, string>>;
}

/** How long the streams of a process may stay open after it has ended. */
const LINGER_MILLISECONDS = 2000;

/** What the SDK ends with when it has explained at length that there is no main file. */
const NO_PROGRAM = 32;

/** The process of a policy pack, with the SDK that it brings, started as the engine starts it. */
export class PackProcess {
  /** The first line that it prints, which should be the port that its server listens on; none when it has ended. */
  readonly firstLine: Promise<string | undefined>;
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly endLess: () => void;
  private readonly errors: string[] = [];
  private isReady = false;
  private fault?: Fault;

  /**
   * @param print takes what the pack prints once it is ready, line by line
   * @throws InputError when it cannot be started
   */
  constructor(
    private readonly pack: PackFolder,
    surroundings: Surroundings,
    private readonly print: (line: string) => void,
  ) {
    const child = spawned(pack, surroundings);
    this.child = child;
    this.endLess = endWithUs(child);
    const closed = once(child, "close").then(
      () => {},
      () => {},
    );
    this.ended = once(child, "exit").then(
      () => Promise.race([closed, pause(LINGER_MILLISECONDS, undefined, { ref: false })]),
      (error: Error) => void this.errors.push(error.message),
    );
    const [printed, errors, told] = [1, 2, 3].map((index) => {
      const input = child.stdio[index];
      return createInterface({ input: input as NodeJS.ReadableStream });
    });
    this.firstLine = Promise.race([
      new Promise<string>((resolve) => printed?.once("line", resolve)),
      this.ended.then(() => undefined),
    ]);
    printed?.on("line", (line) => this.isReady && print(line));
    errors?.on("line", (line) => (this.isReady ? print(line) : this.errors.push(line)));
    told?.on("line", (line) => {
      const { fault } = parsed(line);
      if (isFault(fault)) this.fault ??= fault;
    });
  }

  /** From now on it prints for the user; before, it may have explained at length why it fails. */
  ready(): void {
    this.isReady = true;
    for (const line of this.errors) this.print(line);
  }

  /** Why it has ended, or ends within moments: the rest of a sentence that begins with the pack. */
  async reason(): Promise<string> {
    await Promise.race([this.ended, pause(LINGER_MILLISECONDS, undefined, { ref: false })]);
    const { exitCode, signalCode } = this.child;
    if (this.fault) return explained(this.fault, this.pack);
    if (signalCode) return `was ended by ${signalCode}`;
    if (this.isReady) return exitCode === null ? "does not answer any more" : `ended with exit code ${exitCode}`;
    if (exitCode === NO_PROGRAM)
      return "has no main file: package.json names none that exists, and there is no index.ts";
    const said = this.errors.find((line) => line.trim() !== "" && !line.includes("Warning: "));
    return said === undefined ? "ends before it is ready: it makes no PolicyPack" : `ends before it is ready: ${said}`;
  }

  stop(): void {
    this.endLess();
    this.child.kill("SIGKILL");
    for (const stream of this.child.stdio) stream?.destroy();
  }
}

function spawned({ folder, called, host }: PackFolder, { project, stack, config }: Surroundings): ChildProcess {
  // `constructEnv` in `sdk/go/common/resource/plugin/analyzer_plugin.go` of pulumi/pulumi.
  const environment = {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_NODEJS_ORGANIZATION: "organization",
    PULUMI_NODEJS_PROJECT: project,
    PULUMI_NODEJS_STACK: stack,
    PULUMI_NODEJS_DRY_RUN: "true",
  };
  // The address is that of an engine, which a pack has no use for.
  const script = [`--require=${join(__dirname, "preload.cjs")}`, host, "127.0.0.1:1", "."];
  try {
    return spawn(process.execPath, script, { cwd: folder, env: environment, stdio: ["pipe", "pipe", "pipe", "pipe"] });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "E2BIG" ? "the stack's configuration is larger than a process can be given" : code;
    throw new InputError(`the policy pack ${called} cannot be started: ${why}`);
  }
}

function parsed(line: string): { fault?: unknown } {
  try {
    return Object(JSON.parse(line));
  } catch {
    // The pack itself has written there.
    return {};
  }
}

function explained(fault: Fault, { folder, called }: PackFolder): string {
  const said = sentence(fault, folder)
    .replace(/^the program threw/, "threw")
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/^⨯ /, "");
  const missing = "message" in fault && /^Cannot find (?:module|package) '[^./']/.test(fault.message);
  return "thrown" in fault ? said : `failed: ${said}${missing ? `; run npm install in ${called}` : ""}`;
}
