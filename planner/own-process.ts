import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Engine } from "./engine";
import { type Fault, isFault, sentence } from "./fault";
import { InputError } from "./input-error";
import { type Launch, launchOf } from "./launch";
import { PlanMonitor } from "./monitor";
import type { Plan } from "./plan";
import { FALLBACK_REGION } from "./program";
import { Progress } from "./progress";
import type { Project } from "./project";
import { DefaultProviders } from "./providers";
import { planOf, type Run } from "./run";
import { SecretWords } from "./secret-words";

/** How a program came to its end. */
interface Outcome {
  readonly plan: Plan;
  /** True when it has run, and everything that it asked the engine was answered. */
  readonly done: boolean;
  /** True when it was done and did not end. */
  readonly lingers: boolean;
  readonly fault?: Fault;
  readonly timedOut: boolean;
  /** The errors that the program logged. */
  readonly errors: readonly string[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How long a program may stay after it is done, and its streams after it has ended. */
const LINGER_MILLISECONDS = 5000;

/**
 * Plans the program of a project in a process of its own, with the packages that it brings, as `pulumi preview` would
 * start it: the SDK's own host runs it, and speaks with this process in place of the engine.
 *
 * @param called the program's folder as the user wrote it, for messages
 * @param timeoutSeconds how long it may take
 * @returns the plan, and what its reader should be told
 * @throws InputError with the program's own message and the line it came from, when the program fails
 */
export async function planInOwnProcess(
  project: Project,
  called: string,
  timeoutSeconds: number,
  progress = Progress.none,
): Promise<{ plan: Plan; notes: string[] }> {
  const launch = launchOf(project, called);
  const secrets = new SecretWords();
  for (const key of project.secretKeys) secrets.learnSource(project.config[key]);
  const print = (line: string) => progress.print(`${secrets.hideSaid(line)}\n`);
  // The SDK takes a stack trace for every promise: do without until one is needed.
  const outcome = await attempt(launch, project, { traces: 0, timeoutSeconds, secrets, print, progress });
  if (outcome.timedOut) {
    throw new InputError(`the program did not end within ${timeoutSeconds} s; --timeout SECONDS gives it longer`);
  }
  if (outcome.fault) {
    const traced = await attempt(launch, project, { traces: 50, timeoutSeconds, secrets, print: () => {}, progress });
    throw new InputError(secrets.hideSaid(explained(traced.fault ?? outcome.fault, project, called)));
  }
  for (const message of outcome.errors) print(`error: ${message}`);
  if (!outcome.done) throw new InputError(unexplained(outcome, project));
  const stays = "the program does not end when it is done (a server, a timer?): pulumi would wait for it";
  return { plan: outcome.plan, notes: [...launch.notes, ...(outcome.lingers ? [stays] : [])] };
}

interface Attempt {
  /** How many frames stack traces have. */
  readonly traces: number;
  readonly timeoutSeconds: number;
  readonly secrets: SecretWords;
  readonly print: (line: string) => void;
  readonly progress: Progress;
}

async function attempt(launch: Launch, project: Project, attempt: Attempt): Promise<Outcome> {
  const { secrets, print, progress } = attempt;
  const run: Run = { ...project, project: project.name, region: project.region ?? FALLBACK_REGION, secrets };
  const providers = new DefaultProviders(run);
  const monitor = new PlanMonitor(run, providers, project.folder, progress);
  const errors: string[] = [];
  const engine = await Engine.start(monitor, (message, severity) => {
    if (severity === LogSeverity.ERROR) errors.push(message);
    else print(severity === LogSeverity.WARNING ? `warning: ${message}` : message);
  });
  try {
    const child = start(launch, project, engine.address, attempt.traces);
    const ending = await watched(child, monitor, attempt);
    return { ...ending, errors, plan: planOf(run, providers, monitor, secrets) };
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (!syscall?.startsWith("spawn")) throw error;
    const why = code === "E2BIG" ? "its configuration is larger than a process can be given" : code;
    throw new InputError(`the program's process cannot be started: ${why}`);
  } finally {
    engine.stop();
    monitor.close();
    for (const { inputs } of monitor.planned.values()) secrets.learn(inputs);
  }
}

function start(launch: Launch, project: Project, address: string, traces: number): ChildProcess {
  const host = [
    launch.host,
    `--monitor=${address}`,
    `--engine=${address}`,
    "--organization=organization",
    `--project=${project.name}`,
    `--stack=${project.stack}`,
    `--root-directory=${project.folder}`,
    `--pwd=${launch.folder}`,
    "--dry-run",
    launch.program,
  ];
  // In one word: the SDK takes "--require" for the sign of a compiler.
  const preload = `--require=${join(__dirname, "preload.cjs")}`;
  const node = [preload, `--stack-trace-limit=${traces}`, ...launch.nodeArguments];
  return spawn(process.execPath, [...node, ...host], {
    cwd: launch.folder,
    env: launch.environment,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
}

/** Follows a process to its end, or ends it: when it failed, when it was done and lingers, or when its time is over. */
async function watched(child: ChildProcess, monitor: PlanMonitor, { timeoutSeconds, secrets, print }: Attempt) {
  const seen: { done: boolean; lingers: boolean; timedOut: boolean; fault?: Fault } = {
    done: false,
    lingers: false,
    timedOut: false,
  };
  const end = () => child.kill("SIGKILL");
  let held: string[] | undefined = [];
  // What Node.js says of arguments that it does not take is said by its exit code too.
  const printStarted = (line: string) => (held ? held.push(line) : print(line));
  const hear = (line: string) => {
    const { started, secret, done, fault } = parsed(line);
    if (started) {
      for (const early of held ?? []) print(early);
      held = undefined;
    }
    if (secret !== undefined) secrets.learnSource(secret);
    if (done) {
      seen.done = true;
      void lingering();
    }
    if (!isFault(fault) || seen.fault) return;
    seen.fault = fault;
    end();
  };
  const lingering = async () => {
    for (let known = -1; known !== monitor.planned.size; ) {
      known = monitor.planned.size;
      await pause(LINGER_MILLISECONDS, undefined, { ref: false });
    }
    seen.lingers = end();
  };
  const timer = setTimeout(() => {
    seen.timedOut = true;
    end();
  }, timeoutSeconds * 1000);
  const release = endWithUs(child);
  const streams = child.stdio.slice(1).flatMap((stream) => (stream && "read" in stream ? [stream] : []));
  for (const [index, input] of streams.entries()) {
    createInterface({ input }).on("line", index === 2 ? hear : printStarted);
  }
  try {
    const closed = once(child, "close").catch(() => {});
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    // What the program has started may hold its streams open for ever.
    await Promise.race([closed, pause(LINGER_MILLISECONDS, undefined, { ref: false })]);
    return { ...seen, code, signal };
  } finally {
    clearTimeout(timer);
    release();
    for (const stream of streams) stream.destroy();
  }
}

/** A process that loops must not stay behind when the planner is interrupted; the result takes that back. */
export function endWithUs(child: ChildProcess): () => void {
  const listeners = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const listener = () => {
      child.kill("SIGKILL");
      process.kill(process.pid, signal);
    };
    process.once(signal, listener);
    return () => process.removeListener(signal, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}

/** What `preload.cjs` tells. */
interface Told {
  readonly started?: boolean;
  readonly secret?: unknown;
  readonly done?: boolean;
  readonly fault?: unknown;
}

function parsed(line: string): Told {
  try {
    return Object(JSON.parse(line));
  } catch {
    // The program itself has written there.
    return {};
  }
}

function explained(fault: Fault, { folder }: Project, called: string): string {
  const said = sentence(fault, folder)
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/^⨯ /, "");
  const missing = "message" in fault && /^Cannot find (?:module|package) '[^./']/.test(fault.message);
  return missing ? `${said}; run npm install in ${called}` : said;
}

function unexplained({ code, signal }: Outcome, { runtime }: Project): string {
  // https://nodejs.org/api/process.html#exit-codes
  if (code === 9) return `Pulumi.yaml: node does not take these nodeargs: ${runtime.nodeargs}`;
  if (signal) return `the program's process was ended by ${signal}`;
  return "the program ended before its plan was done: it exits, or waits for what never comes";
}
