import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";
import type { PlannedOptions, Position } from "./plan";
import type { Setting } from "./stand-ins/setting";
import { urnOf } from "./urn";

/** The options of a request that a plan keeps; what is not set is absent. */
export function optionsOf(request: RegisterResourceRequest, setting: Setting): PlannedOptions {
  const timeouts = request.getCustomtimeouts();
  return withoutAbsent({
    protect: request.getProtect() || undefined,
    ignoreChanges: someOf(request.getIgnorechangesList()),
    replaceOnChanges: someOf(request.getReplaceonchangesList()),
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    retainOnDelete: request.getRetainondelete() || undefined,
    // The first are what SDKs send that are too old for the second.
    aliases: someOf([
      ...request.getAliasurnsList(),
      ...request.getAliasesList().map((alias) => aliasUrn(alias, request, setting)),
    ]),
    additionalSecretOutputs: someOf(request.getAdditionalsecretoutputsList()),
    customTimeouts:
      timeouts &&
      someOfObject({
        create: timeouts.getCreate(),
        update: timeouts.getUpdate(),
        delete: timeouts.getDelete(),
      }),
    deletedWith: request.getDeletedwith() || undefined,
    importId: request.getImportid() || undefined,
  });
}

/** The URNs that each property was made of. */
export function propertyDependenciesOf(request: RegisterResourceRequest): Record<string, string[]> {
  const map = request.getPropertydependenciesMap();
  return Object.fromEntries(map.toArray().map(([property]) => [property, map.get(property)?.getUrnsList() ?? []]));
}

/**
 * Where a program declares a resource: the innermost frame that lies in its folder and not in a dependency of it.
 * Files are named relative to the folder.
 */
export function positionOf(
  request: RegisterResourceRequest | ReadResourceRequest,
  folder: string,
): Position | undefined {
  const frames = request.getStacktrace()?.getFramesList() ?? [];
  // Old SDKs send the position alone.
  for (const position of [...frames.map((frame) => frame.getPc()), request.getSourceposition()]) {
    const file = position && fileIn(position, folder);
    if (position && file) return { file, line: position.getLine(), column: position.getColumn() };
  }
  return undefined;
}

function fileIn(position: SourcePosition, folder: string): string | undefined {
  const uri = position.getUri();
  if (!uri.startsWith("file://")) return undefined;
  const path = relative(folder, fileURLToPath(uri));
  return path.startsWith("..") || path.split(sep).includes("node_modules") ? undefined : path;
}

/** The URN that an alias stands for: what it does not say is as it is now. */
function aliasUrn(alias: Alias, request: RegisterResourceRequest, setting: Setting): string {
  const spec = alias.getSpec();
  if (!spec) return alias.getUrn();
  const parent = spec.hasNoparent() ? "" : spec.getParenturn() || request.getParent();
  const type = spec.getType() || request.getType();
  const name = spec.getName() || request.getName();
  return urnOf(spec.getStack() || setting.stack, spec.getProject() || setting.project, parent, type, name);
}

function someOf<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function someOfObject<T extends Record<string, string>>(object: T): Partial<T> | undefined {
  const set = Object.entries(object).filter(([, value]) => value !== "");
  return set.length > 0 ? (Object.fromEntries(set) as Partial<T>) : undefined;
}

function withoutAbsent<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
