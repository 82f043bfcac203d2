import { runtime } from "@pulumi/pulumi";
import type { Json, JsonObject, PlannedResource } from "../plan";
import type { Report } from "../report";
import { mapSecrets, SIGNATURE } from "../wire";

/**
 * A plan in the shape of `pulumi stack export`, so that other tools read it; what a plan adds is `standIns` of each
 * resource (which of its id and outputs are made up) and `tierwork` beside the deployment. Secrets are left out.
 */
export function json({ plan, judgement, comparison, notes, standard }: Omit<Report, "sources">): string {
  const file = {
    version: 3,
    deployment: {
      manifest: { time: "0001-01-01T00:00:00Z", magic: "", version: "" },
      resources: plan.resources.map(resourceOf),
    },
    tierwork: {
      project: plan.project,
      stack: plan.stack,
      policies: judgement.policies.length,
      findings: judgement.findings,
      remediations: judgement.remediations.map((done) => ({ ...done, changes: sealed(done.changes) })),
      notes,
      ...(comparison && { compare: comparison }),
      ...(standard && { standard }),
    },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function resourceOf(resource: PlannedResource): object {
  const { urn, type, custom, id, parent, provider, dependencies, propertyDependencies, options, position } = resource;
  const { protect, ignoreChanges, replaceOnChanges, retainOnDelete, aliases, additionalSecretOutputs, importId } =
    options;
  return {
    urn,
    custom,
    ...(id !== undefined && { id }),
    type,
    inputs: sealed(resource.inputs),
    outputs: sealed(resource.outputs),
    standIns: resource.standIns,
    ...(parent !== undefined && { parent }),
    ...(provider !== undefined && { provider }),
    ...(protect && { protect }),
    ...(resource.external && { external: true }),
    ...(resource.remote && { remote: true }),
    ...(dependencies.length > 0 && { dependencies: [...dependencies].sort() }),
    ...(Object.keys(propertyDependencies).length > 0 && {
      propertyDependencies: sortedDependencies(propertyDependencies),
    }),
    ...(additionalSecretOutputs && { additionalSecretOutputs }),
    ...(aliases && { aliases }),
    ...(ignoreChanges && { ignoreChanges }),
    ...(replaceOnChanges && { replaceOnChanges }),
    ...(retainOnDelete && { retainOnDelete }),
    ...(importId !== undefined && { importID: importId }),
    ...(position && { sourcePosition: `project:///${position.file}#${position.line},${position.column}` }),
  };
}

/** Secrets as an export has them, with the value left out where an export has it encrypted. */
function sealed(properties: JsonObject): Json {
  return sorted(mapSecrets(properties, () => ({ [SIGNATURE]: runtime.specialSecretSig, ciphertext: "[secret]" })));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}

function sortedDependencies(dependencies: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(dependencies)
      .sort()
      .map((key) => [key, [...(dependencies[key] ?? [])].sort()]),
  );
}
