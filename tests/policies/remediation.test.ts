import assert from "node:assert/strict";
import type { Policies, ResourceValidationArgs } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeRemediateRpcFun } from "@pulumi/policy/server";
import type { AnalyzeRequest, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { rules } from "../../policies/catalogue";
import type { Example, Examples } from "../../policies/examples";
import { Exemptions } from "../../policies/exemptions";
import { policyOf } from "../../policies/policy";
import type { Rule } from "../../policies/rule";
import { findingsOf, withSettings } from "./judged";
import { analyzeRequests } from "./requests";

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

const fixable = rules.filter((rule) => rule.remediate);
const views = ["preview", "state", "secrets"] as const;

describe("remediation", () => {
  it("is offered by no rule that reads the whole stack, which the engine would refuse", () => {
    const both = fixable.filter((rule) => rule.stack).map(({ name }) => name);
    assert.deepEqual(both, []);
  });

  for (const rule of fixable) {
    const { examples } = require(`../../policies/rules/${rule.name}.examples`) as { examples: Examples };

    for (const example of examples.denied) {
      it(`by ${rule.name} mends ${example.title}`, async () => {
        const pack = served(rule, example);
        for (const view of views) {
          for (const request of analyzeRequests(example, view)) await mends(pack, request);
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
});

/** A denied resource is allowed after one remediation, a second one finds nothing, and only what was denied changes. */
async function mends(pack: Policies, request: AnalyzeRequest): Promise<void> {
  const messages = await analyze(pack, request);
  const before = leaves(request.getProperties()?.toJavaScript());
  const mended = await remedy(pack, request);
  assert.equal(mended !== undefined, messages.length > 0, request.getName());
  if (!mended) return;
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
  assert.deepEqual(await analyze(pack, request), []);
  assert.equal(await remedy(pack, request), undefined);
}

function served(rule: Rule, { environment = "prod", settings = {} }: Example): Policies {
  const context = { environment, exemptions: [], today: "2026-11-01" };
  const policy = { ...policyOf(rule, new Exemptions(context, rules)), enforcementLevel: "remediate" as const };
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
