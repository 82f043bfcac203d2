import { createRequire } from "node:module";
import { join } from "node:path";
import type { Policies } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "@pulumi/policy/server";
import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { webApp } from "../../architectures/web-app";
import { Requests } from "../../planner/packs/requests";
import { Plan, type PlannedResource } from "../../planner/plan";
import { record } from "../../planner/record";
import { mapTexts } from "../../planner/wire";

/**
 * Judges about so many resources of web-app's mix by the pack, by as many empty policies, and by a peer's pack, in turn
 * in one process, so that what else the machine does meets all of them alike. Prints the seconds of each time as JSON:
 * `judge.ts SIZE TIMES [FOLDER]`.
 */
async function main(size: number, times: number, peer: string | undefined): Promise<void> {
  const { policies } = require("../../policies/catalogue") as typeof import("../../policies/catalogue");
  const own = policies({ environment: "prod", exemptions: [], today: "2026-11-01" });
  const packs = { own, empty: own.map(emptied), ...(peer !== undefined && { peer: peerPack(peer) }) };
  const plan = await planOf(size);
  const asked = new Requests(plan);
  const requests = plan.resources.map((resource) => asked.ofResource(resource, resource.inputs));
  const whole = asked.ofStack();
  const seconds: Record<string, number[]> = {};
  // The first time is not counted: it loads and compiles.
  for (let time = 0; time <= times; time++) {
    for (const [name, pack] of Object.entries(packs)) {
      const served = ["bench", "1.0.0", "advisory", pack] as const;
      const [analyze, analyzeStack] = [makeAnalyzeRpcFun(...served), makeAnalyzeStackRpcFun(...served)];
      const begin = process.hrtime.bigint();
      for (const request of requests) await call(analyze, request);
      await call(analyzeStack, whole);
      if (time > 0) seconds[name] = [...(seconds[name] ?? []), Number(process.hrtime.bigint() - begin) / 1e9];
    }
  }
  const counts = Object.entries(packs).map(([name, pack]) => [name, pack.length]);
  const judged = { resources: plan.resources.length, policies: Object.fromEntries(counts), seconds };
  process.stdout.write(JSON.stringify(judged));
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
  // As the stacks of this repository are: with tags for all resources, so that there is little to find.
  const tags = { Project: "bench", Environment: "prod", Owner: "bench" };
  const setting = { config: { "aws:defaultTags": JSON.stringify({ tags }) } };
  const one = await record(() => {
    webApp.create({ name: "web-app", tls: "none", exposure: "internet", network, minSize: 2 });
  }, setting);
  const resources: PlannedResource[] = [];
  // Whole copies: a part of one would be found fault with for what it lacks.
  const copies = Math.max(1, Math.round(size / one.resources.length));
  for (let copy = 0; copy < copies; copy++) {
    // Names and stand-ins of its own, so that no copy refers to another's resources.
    const change = (text: string) =>
      text.replaceAll("web-app", `web-app-${copy}`).replaceAll("0ff11e", `0ff11e${copy}`);
    const copied = mapTexts(JSON.parse(JSON.stringify(one.resources)), change) as unknown as PlannedResource[];
    resources.push(...copied.filter(({ urn }) => copy === 0 || urn.includes("::web-app-")));
  }
  return new Plan(one.project, one.stack, resources, {});
}

function call(rpc: ReturnType<typeof makeAnalyzeRpcFun>, request: unknown): Promise<AnalyzeResponse> {
  return new Promise((resolve, reject) => {
    rpc({ request }, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

const [size = "100", times = "5", peer] = process.argv.slice(2);
main(Number(size), Number(times), peer).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
