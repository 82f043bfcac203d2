import assert from "node:assert/strict";
import type { Policies, ResourceValidationArgs } from "@pulumi/policy";
import { makeRemediateRpcFun } from "@pulumi/policy/server";
import type { AnalyzeRequest, AnalyzeStackRequest, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Example, FoundExample } from "../../policies/examples";
import { policyOf } from "../../policies/policy";
import type { Rule } from "../../policies/rule";
import { Run } from "../../policies/run";
import { judgeRequests, withSettings } from "./judged";
import { analyzeRequests, analyzeStackRequest, type View } from "./requests";
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
      for (const view of views) await mends(served(rule, example), example, view);
    });
  }
  for (const example of [...examples.allowed, ...examples.undecided]) {
    it(`by ${rule.name} leaves alone ${example.title}`, async () => {
      const pack = served(rule, example);
      // A state knows everything: there, what is undecided at preview can be anything.
      for (const view of examples.allowed.includes(example) ? views : (["preview"] as const)) {
        const stack = new JudgedStack(pack, example, view);
        const before = await stack.messages();
        for (const request of stack.requests) {
          const mended = await remedy(pack, request);
          const expected = example.remediedAnyway?.includes(request.getName()) ?? false;
          assert.equal(mended !== undefined, expected, `${view}: ${request.getName()}`);
          if (mended) stack.put(request, mended);
        }
        for (const [urn, messages] of await stack.messages()) {
          for (const message of messages) assert(before.get(urn)?.includes(message), `${view}: new ${message}`);
        }
      }
    });
  }
}

/**
 * A denied resource is allowed after one remediation, a second one finds nothing, and only what was denied changes. Of
 * what is beyond remedy something is still said afterwards, and nothing new.
 */
async function mends(pack: Policies, example: FoundExample, view: View): Promise<void> {
  const stack = new JudgedStack(pack, example, view);
  const said = await stack.messages();
  for (const request of stack.requests) {
    const messages = said.get(request.getUrn()) ?? [];
    const before = leaves(request.getProperties()?.toJavaScript());
    const mended = await remedy(pack, request);
    const name = request.getName();
    if (!example.beyondRemedy?.includes(name)) {
      const anyway = example.remediedAnyway?.includes(name) ?? false;
      assert.equal(mended !== undefined, messages.length > 0 || anyway, `${view}: ${name}`);
    }
    if (!mended) continue;
    const after = leaves(mended.toJavaScript());
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(path) === after.get(path)) continue;
      const parts = path.split("/").filter((part) => part !== "" && part !== "value" && Number.isNaN(Number(part)));
      const isSaid = (message: string) =>
        parts.some((part) => message.includes(part)) || message.includes(String(after.get(path)));
      assert(
        messages.length === 0 || messages.some(isSaid),
        `${path} changed, of which nothing was said: ${messages.join(" ")}`,
      );
    }
    for (const path of before.keys()) if (path.endsWith(`/${signature}`)) assert(after.has(path), `${path} is gone`);
    stack.put(request, mended);
    assert.equal(await remedy(pack, request), undefined, `a second remediation of ${name}`);
  }
  const left = await stack.messages();
  for (const [urn, messages] of left) {
    const name = urn?.split("::").at(-1) ?? "";
    assert(example.beyondRemedy?.includes(name), `${view}: still ${messages.join(" ")}`);
    for (const message of messages) assert(said.get(urn)?.includes(message), `${view}: new ${message}`);
  }
  for (const name of example.beyondRemedy ?? []) {
    assert(
      [...left.keys()].some((urn) => urn?.endsWith(`::${name}`)),
      `${name} is not beyond remedy`,
    );
  }
}

/** The stack of an example, of which a remediation changes some resources. */
class JudgedStack {
  readonly requests: AnalyzeRequest[];
  private readonly whole: AnalyzeStackRequest;

  constructor(
    private readonly pack: Policies,
    example: Example,
    view: View,
  ) {
    this.requests = analyzeRequests(example, view);
    this.whole = analyzeStackRequest(example, view);
  }

  /** Gives a resource other properties. */
  put(request: AnalyzeRequest, properties: Struct): void {
    request.setProperties(properties);
    const resource = this.whole.getResourcesList().find((other) => other.getUrn() === request.getUrn());
    const { id } = resource?.getProperties()?.toJavaScript() ?? {};
    resource?.setProperties(Struct.fromJavaScript({ ...(id !== undefined && { id }), ...properties.toJavaScript() }));
  }

  /** What is said, by the URN that it is said of. */
  async messages(): Promise<Map<string | undefined, string[]>> {
    const said = new Map<string | undefined, string[]>();
    const findings = await judgeRequests(this.pack, this.requests, this.whole);
    for (const { urn, message } of findings) said.set(urn, [...(said.get(urn) ?? []), message]);
    return said;
  }
}

function served(rule: Rule, { environment = "prod", settings = {} }: Example): Policies {
  const context = { environment, exemptions: [], today: "2026-11-01" };
  const policy = { ...policyOf(rule, new Run(context, [rule])), enforcementLevel: "remediate" as const };
  assert("remediateResource" in policy && policy.remediateResource);
  const { remediateResource } = policy;
  const configured = (args: ResourceValidationArgs) =>
    remediateResource({ ...args, getConfig: <T extends object>() => settings as T });
  return withSettings([{ ...policy, remediateResource: Object.assign(configured, remediateResource) }], () => settings);
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
