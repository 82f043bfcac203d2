import {
  type PolicyResource,
  type PolicyResourceOptions,
  type ResourceValidationArgs,
  unknownCheckingProxy,
} from "@pulumi/policy";
import { runtime } from "@pulumi/pulumi";
import { providerUrn } from "./monitor";
import type { Json, JsonObject, Plan, PlannedResource } from "./plan";
import { SECRET_STAND_IN } from "./stack-file";
import { isObject, SIGNATURE, UNKNOWN, withoutSecretMarks } from "./wire";

/** What a resource policy is called with, all but its own config. */
export type Args = Omit<ResourceValidationArgs, "getConfig">;

/** Properties as policies see them: secrets in the clear, as in the engine, and what is encrypted offline as unknown. */
export function asPoliciesSee(properties: JsonObject): JsonObject {
  return withoutSecretMarks(asPacksReceive(properties));
}

/** Properties as the engine sends them to a pack: secrets marked, and references to resources as their ids. */
export function asPacksReceive(properties: JsonObject): JsonObject {
  return received(properties) as JsonObject;
}

function received(value: Json): Json {
  if (typeof value === "string") return value.includes(SECRET_STAND_IN) ? UNKNOWN : value;
  if (Array.isArray(value)) return value.map(received);
  if (!isObject(value)) return value;
  // `MarshalPropertyValue` in `sdk/go/common/resource/plugin/rpc.go` of pulumi/pulumi, without `KeepResources`.
  if (value[SIGNATURE] === runtime.specialResourceSig) return value.id ?? value.urn ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, received(member)]));
}

/** Thrown by `args.notApplicable`. */
export class NotApplicable extends Error {}

export function notApplicable(reason?: string): never {
  throw new NotApplicable(reason);
}

/** The type that a function of the SDK's `validateResourceOfType` and its like is made for. */
export function tokenOf(run: object): string | undefined {
  return (run as { __pulumiType?: string }).__pulumiType;
}

/** The arguments of a resource policy, as the SDK makes them: properties guarded against reading what is unknown. They must be a copy: policies may change them. */
export function argsOf(
  resource: PlannedResource,
  properties: JsonObject,
  providers: Map<string, PlannedResource>,
): Args {
  const { type, urn, name } = resource;
  const provider = providers.get(providerUrn(resource.provider));
  const isType = (resourceClass: object) => tokenOf(resourceClass) === type;
  const args: Args = {
    type,
    urn,
    name,
    props: unknownCheckingProxy(properties),
    opts: optionsOf(resource),
    ...(provider && {
      provider: {
        type: provider.type,
        urn: provider.urn,
        name: provider.name,
        props: unknownCheckingProxy(asPoliciesSee(provider.inputs)),
      },
    }),
    stackTags: new Map<string, string>(),
    isType,
    // A remediation may have changed the properties since.
    asType: ((resourceClass: object) => (isType(resourceClass) ? args.props : undefined)) as Args["asType"],
    notApplicable,
  };
  return args;
}

/** The options of a resource that policies are told of. */
export function optionsOf({ options, parent }: PlannedResource): PolicyResourceOptions {
  return {
    protect: options.protect ?? false,
    ignoreChanges: options.ignoreChanges ?? [],
    aliases: options.aliases ?? [],
    customTimeouts: {
      createSeconds: seconds(options.customTimeouts?.create),
      updateSeconds: seconds(options.customTimeouts?.update),
      deleteSeconds: seconds(options.customTimeouts?.delete),
    },
    additionalSecretOutputs: options.additionalSecretOutputs ?? [],
    ...(options.deleteBeforeReplace !== undefined && { deleteBeforeReplace: options.deleteBeforeReplace }),
    ...(parent !== undefined && { parent }),
  };
}

/** A duration of Go, such as `1h30m`. */
function seconds(duration = ""): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  const parts = [...duration.matchAll(/([\d.]+)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ""] ?? 0), 0);
}

/** The resources of a stack policy, joined as the SDK joins them. */
export function stackOf(plan: Plan, providers: Map<string, PlannedResource>): PolicyResource[] {
  const views = new Map<string, PolicyResource>();
  for (const resource of plan.resources) {
    // The outputs of a bridged provider hold the id too, and rules join resources by it.
    const outputs = resource.id === undefined ? resource.outputs : { id: resource.id, ...resource.outputs };
    const args = argsOf(resource, asPoliciesSee(outputs), providers);
    const asType = args.asType as unknown as PolicyResource["asType"];
    views.set(resource.urn, { ...args, asType, dependencies: [], propertyDependencies: {} });
  }
  const viewsOf = (urns: readonly string[]) => urns.flatMap((urn) => views.get(urn) ?? []);
  for (const resource of plan.resources) {
    const view = views.get(resource.urn);
    if (!view) continue;
    view.parent = resource.parent === undefined ? undefined : views.get(resource.parent);
    view.dependencies = viewsOf(resource.dependencies);
    view.propertyDependencies = Object.fromEntries(
      // The engine leaves out properties that depend on nothing.
      Object.entries(resource.propertyDependencies)
        .filter(([, urns]) => urns.length > 0)
        .map(([property, urns]) => [property, viewsOf(urns)]),
    );
  }
  return [...views.values()];
}
