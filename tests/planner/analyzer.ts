import { isDeepStrictEqual } from "node:util";
import type { Policies } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } from "@pulumi/policy/server";
import {
  type AnalyzeResponse,
  EnforcementLevel,
  PolicySeverity,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Requests } from "../../planner/packs/requests";
import type { JsonObject, Plan } from "../../planner/plan";
import { withoutSecretMarks } from "../../planner/wire";

// The SDK ships these without types: they are what it hangs into its gRPC server.
declare module "@pulumi/policy/server" {
  export function makeRemediateRpcFun(
    pack: string,
    version: string,
    level: string,
    policies: Policies,
  ): (call: { request: unknown }, callback: (error: Error | null, response: RemediateResponse) => void) => void;
}

/** What the planner and the SDK's server can both say of a plan. */
export interface Said {
  readonly findings: { policy: string; urn?: string; level: string; severity?: string; message: string }[];
  readonly remediations: { policy: string; urn: string; changes: JsonObject }[];
}

/** Judges a plan by the functions that the SDK's server answers the engine with, called as the engine calls them. */
export async function judgedBySdk(plan: Plan, policies: Policies): Promise<Said> {
  const pack = ["pack", "1.0.0", "advisory", policies] as const;
  const said: Said = { findings: [], remediations: [] };
  const requests = new Requests(plan);
  const call = <T>(
    rpc: (call: { request: unknown }, done: (error: Error | null, response: T) => void) => void,
    request: unknown,
  ) =>
    new Promise<T>((resolve, reject) => {
      rpc({ request }, (error, response) => (error ? reject(error) : resolve(response)));
    });
  for (const resource of plan.resources.filter(({ external }) => !external)) {
    let inputs = resource.inputs;
    const remediated = await call(makeRemediateRpcFun(...pack), requests.ofResource(resource, inputs));
    for (const remediation of remediated.getRemediationsList()) {
      const [policy, urn] = [remediation.getPolicyname(), resource.urn];
      if (remediation.getDiagnostic() !== "") {
        said.findings.push({ policy, urn, level: "advisory", message: undecided(remediation.getDiagnostic()) });
        continue;
      }
      const after = (remediation.getProperties()?.toJavaScript() ?? {}) as JsonObject;
      // A remediation that spreads its resource takes the marks of secrets away: that alone is no change.
      const [old, now] = [withoutSecretMarks(inputs), withoutSecretMarks(after)];
      const keys = Object.keys({ ...old, ...now }).filter((key) => !isDeepStrictEqual(now[key], old[key]));
      if (keys.length > 0)
        said.remediations.push({
          policy,
          urn,
          changes: Object.fromEntries(keys.map((key) => [key, now[key] ?? null])),
        });
      inputs = after;
    }
    const analyzed = await call(makeAnalyzeRpcFun(...pack), requests.ofResource(resource, inputs));
    said.findings.push(...findingsIn(analyzed, resource.urn));
  }
  said.findings.push(...findingsIn(await call(makeAnalyzeStackRpcFun(...pack), requests.ofStack())));
  return said;
}

function findingsIn(response: AnalyzeResponse, asked?: string): Said["findings"] {
  return response.getDiagnosticsList().map((diagnostic) => {
    const urn = diagnostic.getUrn() || asked;
    const severity = Object.entries(PolicySeverity).find(([, value]) => value === diagnostic.getSeverity())?.[0];
    return {
      policy: diagnostic.getPolicyname(),
      ...(urn !== undefined && { urn }),
      level: diagnostic.getEnforcementlevel() === EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
      ...(diagnostic.getSeverity() !== 0 && { severity: severity?.replace(/^POLICY_SEVERITY_/, "").toLowerCase() }),
      message: undecided(diagnostic.getMessage()),
    };
  });
}

/** The planner's words for a policy that cannot run yet. */
function undecided(message: string): string {
  return message.replace(/^can't run .+ during preview: /, "undecided at preview: ");
}
