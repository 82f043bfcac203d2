import type { InvokeOptions } from "@pulumi/pulumi";
import { runtime } from "@pulumi/pulumi";
import { PlanMonitor, providerUrn } from "./monitor";
import { type JsonObject, Plan, type PlannedResource } from "./plan";
import type { Progress } from "./progress";
import { DefaultProviders } from "./providers";
import { quickPositions } from "./quick-positions";
import { SecretWords } from "./secret-words";
import { noAnswer } from "./unanswered";
import { isStack } from "./urn";

/** What a program is run with: what the CLI would take from Pulumi.yaml and the stack file. */
export interface Run {
  readonly project: string;
  readonly stack: string;
  readonly organization?: string;
  /** The configuration, by `namespace:key`; objects and lists as JSON. */
  readonly config: Readonly<Record<string, string>>;
  /** The keys of the configuration that hold secrets. */
  readonly secretKeys?: readonly string[];
  /** The region in which stand-ins are made when the configuration names none. */
  readonly region: string;
  /** The program's folder. */
  readonly folder: string;
  /** What learns the secrets of the program as it runs: also when it fails. */
  readonly secrets?: SecretWords;
  readonly progress?: Progress;
}

/**
 * Runs a program under Pulumi's mock runtime, in preview, and returns all that it registered.
 *
 * @throws what the program throws, synchronously or in a promise of its own.
 */
export async function runProgram(run: Run, program: () => unknown): Promise<Plan> {
  const providers = new DefaultProviders(run);
  const monitor = new PlanMonitor(run, providers, run.folder, run.progress);
  runtime.setMockOptions(monitor, run.project, run.stack, /* preview */ true, run.organization ?? "organization");
  runtime.setAllConfig({ ...run.config }, [...(run.secretKeys ?? [])]);
  const { secrets = new SecretWords() } = run;
  for (const key of run.secretKeys ?? []) secrets.learnSource(run.config[key]);
  const restore = [refuseUnanswered(monitor), hearSecrets(secrets), quickPositions(run.folder)];
  try {
    await untilFailure(async () => {
      await runtime.runInPulumiStack(async () => program());
      await runtime.disconnect();
    });
  } finally {
    for (const undo of restore) undo();
    monitor.close();
    for (const { inputs } of monitor.planned.values()) secrets.learn(inputs);
  }
  return planOf(run, providers, monitor, secrets);
}

/** All that a program has registered. */
export function planOf(run: Run, providers: DefaultProviders, monitor: PlanMonitor, secrets: SecretWords): Plan {
  const resources = [...providers.all, ...monitor.planned.values()];
  return new Plan(run.project, run.stack, inOrder(resources), outputsOf(resources), secrets);
}

/** Runs to the end, or to the first fault that nobody caught: a rejected promise, or an error in a timer. */
async function untilFailure(work: () => Promise<void>): Promise<void> {
  let fail: (reason: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const restore = [listenAlone("unhandledRejection", fail), listenAlone("uncaughtException", fail)];
  try {
    await Promise.race([work().then(turn), failure]);
  } finally {
    // One fault rejects many promises, and they are announced after the microtasks: let all of them pass.
    await turn();
    for (const undo of restore) undo();
  }
}

/** Takes the place of all listeners of an event; returns what puts them back. */
function listenAlone(event: "unhandledRejection" | "uncaughtException", listener: (reason: unknown) => void) {
  const others = process.rawListeners(event) as ((reason: unknown) => void)[];
  process.removeAllListeners(event);
  process.on(event, listener);
  return () => {
    process.removeListener(event, listener);
    for (const other of others) process.on(event, other);
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Generated code calls `pulumi.runtime.invoke` through the module, so it can be wrapped for the time of a run. */
function refuseUnanswered(monitor: PlanMonitor): () => void {
  const original = runtime.invoke;
  const wrapped = async (token: string, inputs: object, options?: InvokeOptions, ...rest: []) => {
    const result = await original(token, inputs, options, ...rest);
    if (monitor.unanswered.has(token)) throw new Error(noAnswer(token));
    return result;
  };
  Object.assign(runtime, { invoke: wrapped });
  return () => Object.assign(runtime, { invoke: original });
}

/** What a program calls secret may come back in a text that it makes of it, or in its last words. */
function hearSecrets(secrets: SecretWords): () => void {
  // The module itself: what `import *` gives cannot be changed.
  const pulumi = require("@pulumi/pulumi") as typeof import("@pulumi/pulumi");
  const original = pulumi.secret;
  const hearing = <T>(value: T) => {
    if (value instanceof Promise) value.then((later) => secrets.learnSource(later)).catch(() => {});
    else secrets.learnSource(value);
    return original(value);
  };
  Object.assign(pulumi, { secret: hearing });
  return () => Object.assign(pulumi, { secret: original });
}

/** Sorted so that parents, providers and dependencies come first, otherwise by URN: the order that an import wants. */
function inOrder(resources: PlannedResource[]): PlannedResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const sorted = [...byUrn.keys()].sort();
  const done = new Set<string>();
  const ordered: PlannedResource[] = [];
  const visit = (urn: string) => {
    const resource = byUrn.get(urn);
    if (!resource || done.has(urn)) return;
    done.add(urn);
    const needs = [resource.parent, providerUrn(resource.provider), ...[...resource.dependencies].sort()];
    for (const need of needs) if (need) visit(need);
    ordered.push(resource);
  };
  for (const urn of sorted.filter(isStack)) visit(urn);
  for (const urn of sorted) visit(urn);
  return ordered;
}

function outputsOf(resources: PlannedResource[]): JsonObject {
  return resources.find(({ urn }) => isStack(urn))?.outputs ?? {};
}
