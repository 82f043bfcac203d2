import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Example, type ExampleResource, Reference } from "../../policies/examples";
import { UNKNOWN } from "../../policies/facts/value";

/**
 * How the engine shows the stack of an example to a pack: in a preview a reference is unknown, in an update or a state
 * it is a value, and `secrets` is a state in which every property is a secret.
 */
export type View = "preview" | "state" | "secrets";

// What the engine's wire format says instead of a value: `runtime/rpc.ts` of @pulumi/pulumi.
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

type StructValue = Parameters<typeof Struct.fromJavaScript>[0][string];

export function urnOf(name: string, { type }: ExampleResource): string {
  return `urn:pulumi:dev::test::${type}::${name}`;
}

/** One Analyze request for each resource, as the engine sends them before it makes the resource. */
export function analyzeRequests(example: Example, view: View): AnalyzeRequest[] {
  return Object.entries(example.resources).map(([name, resource]) => {
    const request = new AnalyzeRequest();
    request.setType(resource.type);
    request.setUrn(urnOf(name, resource));
    request.setName(name);
    request.setProperties(Struct.fromJavaScript(wireProperties(resource.props, view)));
    request.setOptions(optionsOf(resource));
    request.setProvider(providerOf(example));
    return request;
  });
}

/** The AnalyzeStack request that comes once at the end: the resources' outputs, their ids among them. */
export function analyzeStackRequest(example: Example, view: View): AnalyzeStackRequest {
  const resources = Object.entries(example.resources).map(([name, resource]) => {
    const message = new AnalyzerResource();
    message.setType(resource.type);
    message.setUrn(urnOf(name, resource));
    message.setName(name);
    // The stack itself is no resource of a provider, and has no id.
    const isStack = resource.type === "pulumi:pulumi:Stack";
    const outputs = { ...(!isStack && { id: new Reference(name, "id") }), ...resource.props };
    message.setProperties(Struct.fromJavaScript(wireProperties(outputs, view)));
    message.setOptions(optionsOf(resource));
    message.setProvider(providerOf(example));
    message.setDependenciesList(referredTo(resource.props, example));
    // The engine leaves out properties that refer to nothing.
    for (const [property, value] of Object.entries(resource.props)) {
      const urns = referredTo(value, example);
      if (urns.length === 0) continue;
      const dependencies = new AnalyzerPropertyDependencies();
      dependencies.setUrnsList(urns);
      message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
  });
  const request = new AnalyzeStackRequest();
  request.setResourcesList(resources);
  return request;
}

/** A value that is marked as secret. */
export function secret<T>(value: T) {
  return { [signature]: secretSignature, value };
}

/** Properties as the engine sends them. */
export function wireProperties(props: Readonly<Record<string, unknown>>, view: View): Record<string, StructValue> {
  const said = Object.entries(props).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    said.map(([key, value]) => [key, view === "secrets" ? secret(wire(value, view)) : wire(value, view)]),
  );
}

function wire(value: unknown, view: View): StructValue {
  if (value === UNKNOWN) return unknownText;
  if (value instanceof Reference) {
    if (view === "preview") return unknownText;
    return value.property === "id" ? `${value.resource}-0ff11e` : `${value.resource}.${value.property}`;
  }
  // As in JSON, a member of a list cannot be absent.
  if (Array.isArray(value)) return value.map((member) => wire(member ?? null, view));
  if (typeof value === "object" && value !== null) {
    const said = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(said.map(([key, member]) => [key, wire(member, view)]));
  }
  return value as StructValue;
}

/** The URNs of the resources of an example that a value refers to. */
export function referredTo(value: unknown, example: Example): string[] {
  if (value instanceof Reference) {
    const target = example.resources[value.resource];
    if (!target) throw new Error(`"${example.title}" refers to "${value.resource}", which it does not have`);
    return [urnOf(value.resource, target)];
  }
  if (typeof value !== "object" || value === null) return [];
  return [...new Set(Object.values(value).flatMap((member) => referredTo(member, example)))];
}

function optionsOf(resource: ExampleResource): AnalyzerResourceOptions {
  const options = new AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setDeletebeforereplace(resource.deleteBeforeReplace ?? false);
  options.setDeletebeforereplacedefined(resource.deleteBeforeReplace !== undefined);
  options.setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])]);
  return options;
}

function providerOf(example: Example): AnalyzerProviderResource {
  const provider = new AnalyzerProviderResource();
  provider.setType("pulumi:providers:aws");
  provider.setUrn("urn:pulumi:dev::test::pulumi:providers:aws::default");
  provider.setName("default");
  provider.setProperties(Struct.fromJavaScript(wireProperties({ region: "eu-west-1", ...example.provider }, "state")));
  return provider;
}
