import type { Policies } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "@pulumi/policy/server";
import {
  type AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzeStackRequest,
  EnforcementLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type Context, policies } from "../../policies/catalogue";
import type { Example } from "../../policies/examples";
import { policyOf } from "../../policies/policy";
import type { Rule } from "../../policies/rule";
import { Run } from "../../policies/run";
import { analyzeRequests, analyzeStackRequest, type View } from "./requests";

// The SDK ships these without types: they are what it hangs into its gRPC server.
declare module "@pulumi/policy/server" {
  type Rpc = (call: { request: unknown }, callback: (error: Error | null, response: AnalyzeResponse) => void) => void;
  export function makeAnalyzeRpcFun(pack: string, version: string, level: string, policies: Policies): Rpc;
  export function makeAnalyzeStackRpcFun(pack: string, version: string, level: string, policies: Policies): Rpc;
}

/** One diagnostic, as the engine gets it from the pack. */
export interface Finding {
  readonly policy: string;
  /** The URN it names; absent when it speaks of the whole stack. */
  readonly urn?: string;
  readonly level: string;
  readonly message: string;
}

/** Runs policies over the stack of an example through the SDK's own analyzer. */
export function judge(pack: Policies, example: Example, view: View): Promise<Finding[]> {
  return judgeRequests(pack, analyzeRequests(example, view), analyzeStackRequest(example, view));
}

/** Each resource first, then the stack; of the two only what the policies have. */
export async function judgeRequests(
  pack: Policies,
  resources: readonly AnalyzeRequest[],
  stack: AnalyzeStackRequest,
): Promise<Finding[]> {
  const served = ["tierwork", "0.0.0", "mandatory", pack] as const;
  const found: Finding[] = [];
  if (pack.some((policy) => "validateResource" in policy)) {
    for (const request of resources) {
      found.push(...findingsOf(await call(makeAnalyzeRpcFun(...served), request), request.getUrn()));
    }
  }
  if (!pack.some((policy) => "validateStack" in policy)) return found;
  return [...found, ...findingsOf(await call(makeAnalyzeStackRpcFun(...served), stack))];
}

/** What one rule says of an example, in the environment and with the settings and exemptions that it names. */
export async function judgeBy(rule: Rule, example: Example, view: View): Promise<Finding[]> {
  const { environment = "prod", exemptions = [], config = {}, settings = {} } = example;
  const context = { environment, exemptions, today: "2026-11-01" };
  const all = example.exemptions === undefined ? [alone(rule, context)] : policies(context);
  const configured = withSettings(turnedOn(all, rule), (policy) =>
    policy === rule.name ? settings : (config[policy] ?? {}),
  );
  return (await judge(configured, example, view)).filter(({ policy }) => policy === rule.name);
}

function alone(rule: Rule, context: Context): Policies[number] {
  return policyOf(rule, new Run(context, [rule]));
}

/** A rule that is off by default is judged as if the pack's config made it advisory. */
function turnedOn(pack: Policies, { name }: Rule): Policies {
  return pack.map((policy) =>
    policy.name === name && policy.enforcementLevel === "disabled"
      ? { ...policy, enforcementLevel: "advisory" as const }
      : policy,
  );
}

/** The SDK keeps the pack's config in a variable that only its server can set, so a test hands it to the policy. */
export function withSettings(pack: Policies, settings: (policy: string) => object): Policies {
  return pack.map((policy) => {
    const wrapped: Record<string, unknown> = { ...policy };
    for (const key of ["validateResource", "validateStack"]) {
      const run: unknown = wrapped[key];
      if (typeof run !== "function") continue;
      const configured = (args: object, ...rest: unknown[]): unknown =>
        run({ ...args, getConfig: () => settings(policy.name) }, ...rest);
      wrapped[key] = Object.assign(configured, run);
    }
    return wrapped as unknown as Policies[number];
  });
}

/** What a response says; where a resource policy names no URN the engine takes that of the resource it asked about. */
export function findingsOf(response: AnalyzeResponse, asked?: string): Finding[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    urn: diagnostic.getUrn() || asked,
    level: diagnostic.getEnforcementlevel() === EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
    message: diagnostic.getMessage(),
  }));
}

function call(rpc: ReturnType<typeof makeAnalyzeRpcFun>, request: unknown): Promise<AnalyzeResponse> {
  return new Promise((resolve, reject) => {
    rpc({ request }, (error, response) => (error ? reject(error) : resolve(response)));
  });
}
