import { createRequire } from "node:module";
import { join } from "node:path";
import type { Policies } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "@pulumi/policy/server";
import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { webApp } from "../../architectures/web-app";
import { Plan, type PlannedResource } from "../../planner/plan";
import { record } from "../../planner/record";
import { mapTexts } from "../../planner/wire";
import { analyzeRequest, analyzeStackRequest } from "../../tests/planner/analyzer";

/** Judges so many resources of web-app's mix by a pack and prints how long it took: `judge.ts own|empty|FOLDER SIZE`. */
async function main(pack: string, size: number): Promise<void> {
  const policies = packOf(pack);
  const plan = await planOf(size);
  const requests = plan.resources.map((resource) => analyzeRequest(plan, resource, resource.inputs));
  const whole = analyzeStackRequest(plan);
  const served = ["bench", "1.0.0", "advisory", policies] as const;
  const [analyze, analyzeStack] = [makeAnalyzeRpcFun(...served), makeAnalyzeStackRpcFun(...served)];
  const begin = process.cpuUsage();
  for (const request of requests) await call(analyze, request);
  await call(analyzeStack, whole);
  // The time of the processor, for it runs on one thread and nothing else on the machine shall count.
  const { user, system } = process.cpuUsage(begin);
  const seconds = (user + system) / 1e6;
  process.stdout.write(JSON.stringify({ policies: policies.length, seconds }));
}

function packOf(pack: string): Policies {
  if (pack !== "own" && pack !== "empty") return peerPack(pack);
  const { policies } = require("../../policies/catalogue") as typeof import("../../policies/catalogue");
  const own = policies({ environment: "prod", exemptions: [], today: "2026-11-01" });
  return pack === "own" ? own : own.map(emptied);
}

type Policy = Policies[number];

/** A policy that does nothing, for the same types. */
function emptied(policy: Policy): Policy {
  const copy: Record<string, unknown> = { ...policy };
  for (const key of ["validateResource", "validateStack", "remediateResource"]) {
    const run = copy[key];
    if (typeof run !== "function") continue;
    const { __pulumiType } = run as { __pulumiType?: string };
    copy[key] = Object.assign(() => undefined, __pulumiType === undefined ? {} : { __pulumiType });
  }
  return copy as unknown as Policy;
}

/** The policies of awsguard, whose pack would start a server of its own: its base class is told not to. */
function peerPack(folder: string): Policies {
  const load = createRequire(join(folder, "package.json"));
  const sdk = load("@pulumi/policy") as object;
  let served: Policies = [];
  class PolicyPack {
    constructor(_: string, { policies }: { policies: Policies }) {
      served = policies;
    }
  }
  const module = require.cache[load.resolve("@pulumi/policy")];
  if (module) module.exports = { ...sdk, PolicyPack };
  const { AwsGuard } = load(folder) as { AwsGuard: new () => unknown };
  new AwsGuard();
  return served;
}

async function planOf(size: number): Promise<Plan> {
  const network = { zones: 2, nat: "single" } as const;
  const one = await record(() => {
    webApp.create({ name: "web-app", tls: "none", exposure: "internet", network, minSize: 2 });
  });
  const resources: PlannedResource[] = [];
  for (let copy = 0; resources.length < size; copy++) {
    // Names and stand-ins of its own, so that no copy refers to another's resources.
    const change = (text: string) =>
      text.replaceAll("web-app", `web-app-${copy}`).replaceAll("0ff11e", `0ff11e${copy}`);
    const copied = mapTexts(JSON.parse(JSON.stringify(one.resources)), change) as unknown as PlannedResource[];
    const others = copied.filter(({ urn }) => copy === 0 || urn.includes("::web-app-"));
    resources.push(...others.slice(0, size - resources.length));
  }
  return new Plan(one.project, one.stack, resources, {});
}

function call(rpc: ReturnType<typeof makeAnalyzeRpcFun>, request: unknown): Promise<AnalyzeResponse> {
  return new Promise((resolve, reject) => {
    rpc({ request }, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

main(process.argv[2] ?? "own", Number(process.argv[3] ?? 100)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
