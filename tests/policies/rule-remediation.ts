import assert from "node:assert/strict";
import type { Policies, ResourceValidationArgs } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeRemediateRpcFun } from "@pulumi/policy/server";
import type { AnalyzeRequest, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Example } from "../../policies/examples";
import { Exemptions } from "../../policies/exemptions";
import { policyOf } from "../../policies/policy";
import type { Rule } from "../../policies/rule";
import { Undecided } from "../../policies/undecided";
import { findingsOf, withSettings } from "./judged";
import { analyzeRequests } from "./requests";
import { examplesOf } from "./rule-examples";

// The SDK ships this without types, like its siblings in judged.ts.
declare module "@pulumi/policy/server" {
  function makeRemediateRpcFun(
    pack: string,
    version: string,
    level: string,
    policies: Policies,
  ): (call: { request: unknown }, callback: (error: Error | null, response: RemediateResponse) => void) => void;
}

/** The key that marks a secret on the wire, beside its `value`. */
const signature = "4dabf18193072939515e22adb298388d";

const views = ["preview", "state", "secrets"] as const;

/** Registers the tests that what a rule remediates is then allowed, once and for all, and nothing else changes. */
export function testRemediation(rule: Rule): void {
  const examples = examplesOf(rule);

  for (const example of examples.denied) {
    it(`by ${rule.name} mends ${example.title}`, async () => {
      const pack = served(rule, example);
      for (const view of views) {
        for (const request of analyzeRequests(example, view)) {
          await mends(pack, request, example.beyondRemedy?.includes(request.getName()) ?? false);
        }
      }
    });
  }
  for (const example of [...examples.allowed, ...examples.undecided]) {
    it(`by ${rule.name} leaves alone ${example.title}`, async () => {
      const pack = served(rule, example);
      for (const view of views) {
        for (const request of analyzeRequests(example, view)) {
          assert.equal(await remedy(pack, request), undefined, `${view}: ${request.getName()}`);
        }
      }
    });
  }
}

/**
 * A denied resource is allowed after one remediation, a second one finds nothing, and only what was denied changes. Of
 * what is beyond remedy something is still said afterwards, and nothing new.
 */
async function mends(pack: Policies, request: AnalyzeRequest, beyondRemedy: boolean): Promise<void> {
  const messages = await analyze(pack, request);
  const before = leaves(request.getProperties()?.toJavaScript());
  const mended = await remedy(pack, request);
  if (!beyondRemedy) assert.equal(mended !== undefined, messages.length > 0, request.getName());
  if (mended) {
    const after = leaves(mended.toJavaScript());
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(path) === after.get(path)) continue;
      const name = path.split("/").findLast((part) => part !== "value" && Number.isNaN(Number(part))) ?? "";
      assert(
        messages.some((message) => message.includes(name)),
        `${path} changed, of which nothing was said: ${messages.join(" ")}`,
      );
    }
    for (const path of before.keys()) if (path.endsWith(`/${signature}`)) assert(after.has(path), `${path} is gone`);
    request.setProperties(mended);
  }
  const left = await analyze(pack, request);
  assert.equal(left.length > 0, beyondRemedy, left.join(" "));
  assert.deepEqual(
    left.filter((message) => !messages.includes(message)),
    [],
  );
  assert.equal(await remedy(pack, request), undefined);
}

function served(rule: Rule, { environment = "prod", settings = {} }: Example): Policies {
  const context = { environment, exemptions: [], today: "2026-11-01" };
  const run = { exemptions: new Exemptions(context, [rule]), undecided: new Undecided() };
  const policy = { ...policyOf(rule, run), enforcementLevel: "remediate" as const };
  assert("remediateResource" in policy && policy.remediateResource);
  const { remediateResource } = policy;
  const configured = (args: ResourceValidationArgs) =>
    remediateResource({ ...args, getConfig: <T extends object>() => settings as T });
  return withSettings([{ ...policy, remediateResource: Object.assign(configured, remediateResource) }], () => settings);
}

function analyze(pack: Policies, request: AnalyzeRequest): Promise<string[]> {
  return new Promise((resolve, reject) => {
    makeAnalyzeRpcFun(
      "tierwork",
      "0.0.0",
      "mandatory",
      pack,
    )({ request }, (error, response) =>
      error ? reject(error) : resolve(findingsOf(response).map(({ message }) => message)),
    );
  });
}

/** The properties that a remediation gives a resource; undefined when it changes nothing. */
function remedy(pack: Policies, request: AnalyzeRequest) {
  return new Promise<ReturnType<AnalyzeRequest["getProperties"]>>((resolve, reject) => {
    makeRemediateRpcFun(
      "tierwork",
      "0.0.0",
      "mandatory",
      pack,
    )({ request }, (error, response) => {
      if (error) return reject(error);
      const [first] = response.getRemediationsList();
      assert.equal(first?.getDiagnostic() ?? "", "");
      resolve(first?.getProperties());
    });
  });
}

/** The values of a wire object by their paths. */
function leaves(value: unknown, path = ""): Map<string, unknown> {
  if (typeof value !== "object" || value === null) return new Map([[path, value]]);
  const parts = Object.entries(value).map(([key, member]) => [...leaves(member, `${path}/${key}`)]);
  return new Map(parts.flat());
}
