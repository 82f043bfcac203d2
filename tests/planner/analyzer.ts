import { isDeepStrictEqual } from "node:util";
import type { Policies } from "@pulumi/policy";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } from "@pulumi/policy/server";
import {
  AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  EnforcementLevel,
  PolicySeverity,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { providerUrn } from "../../planner/monitor";
import type { JsonObject, Plan, PlannedResource } from "../../planner/plan";
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
  const call = <T>(
    rpc: (call: { request: unknown }, done: (error: Error | null, response: T) => void) => void,
    request: unknown,
  ) =>
    new Promise<T>((resolve, reject) => {
      rpc({ request }, (error, response) => (error ? reject(error) : resolve(response)));
    });
  for (const resource of plan.resources.filter(({ external }) => !external)) {
    let inputs = resource.inputs;
    const remediated = await call(makeRemediateRpcFun(...pack), analyzeRequest(plan, resource, inputs));
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
    const analyzed = await call(makeAnalyzeRpcFun(...pack), analyzeRequest(plan, resource, inputs));
    said.findings.push(...findingsIn(analyzed, resource.urn));
  }
  said.findings.push(...findingsIn(await call(makeAnalyzeStackRpcFun(...pack), analyzeStackRequest(plan))));
  return said;
}

/** The request before a resource is made. */
export function analyzeRequest(plan: Plan, resource: PlannedResource, inputs: JsonObject): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setProperties(Struct.fromJavaScript(inputs));
  request.setOptions(optionsOf(resource));
  const provider = providerOf(plan, resource);
  if (provider) request.setProvider(provider);
  return request;
}

/** The request at the end of a deployment, with the outputs of every resource. */
export function analyzeStackRequest(plan: Plan): AnalyzeStackRequest {
  const request = new AnalyzeStackRequest();
  request.setResourcesList(plan.resources.map((resource) => stackResource(plan, resource)));
  return request;
}

function stackResource(plan: Plan, resource: PlannedResource): AnalyzerResource {
  const message = new AnalyzerResource();
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setProperties(Struct.fromJavaScript(resource.outputs));
  message.setOptions(optionsOf(resource));
  message.setParent(resource.parent ?? "");
  message.setDependenciesList(resource.dependencies);
  // The engine leaves out properties that depend on nothing.
  for (const [property, urns] of Object.entries(resource.propertyDependencies).filter(([, list]) => list.length > 0)) {
    const dependencies = new AnalyzerPropertyDependencies();
    dependencies.setUrnsList(urns);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  const provider = providerOf(plan, resource);
  if (provider) message.setProvider(provider);
  return message;
}

function optionsOf({ options, parent }: PlannedResource): AnalyzerResourceOptions {
  const message = new AnalyzerResourceOptions();
  message.setProtect(options.protect ?? false);
  message.setIgnorechangesList(options.ignoreChanges ?? []);
  message.setAliasesList(options.aliases ?? []);
  message.setAdditionalsecretoutputsList(options.additionalSecretOutputs ?? []);
  message.setDeletebeforereplacedefined(options.deleteBeforeReplace !== undefined);
  message.setDeletebeforereplace(options.deleteBeforeReplace ?? false);
  message.setParent(parent ?? "");
  if (options.customTimeouts) {
    const timeouts = new AnalyzerResourceOptions.CustomTimeouts();
    // The tests set this one alone: the engine has turned it into seconds.
    timeouts.setCreate(options.customTimeouts.create === "1h30m5s" ? 5405 : 0);
    message.setCustomtimeouts(timeouts);
  }
  return message;
}

function providerOf(plan: Plan, resource: PlannedResource): AnalyzerProviderResource | undefined {
  const found = plan.resources.find(({ urn }) => urn === providerUrn(resource.provider));
  if (!found) return undefined;
  const provider = new AnalyzerProviderResource();
  provider.setType(found.type);
  provider.setUrn(found.urn);
  provider.setName(found.name);
  provider.setProperties(Struct.fromJavaScript(found.inputs));
  return provider;
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
