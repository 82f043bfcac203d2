import type { Colors } from "picocolors/types";
import { stringify } from "yaml";
import { scalingMark } from "../change-effect";
import { isProvider } from "../monitor";
import type { Plan, PlannedResource } from "../plan";
import { isStack } from "../urn";
import { readable } from "./readable";
import { shortType } from "./title";
import { oneLine, visible } from "./visible";

export interface TreeOptions {
  /** Colours, or the same functions doing nothing. */
  readonly colors: Colors;
  /** Also print every resource's inputs. */
  readonly inputs: boolean;
}

/** The resources of a plan, each below its parent, as lines. */
export function tree(plan: Plan, options: TreeOptions): string[] {
  const children = new Map<string, PlannedResource[]>();
  for (const resource of plan.resources) {
    if (isStack(resource.urn) || (isProvider(resource.type) && resource.parent === undefined)) continue;
    const siblings = children.get(resource.parent ?? "") ?? [];
    siblings.push(resource);
    children.set(resource.parent ?? "", siblings);
  }
  const root = plan.resources.find(({ urn }) => isStack(urn))?.urn ?? "";
  return branches(children, root, "", options);
}

function branches(
  children: Map<string, PlannedResource[]>,
  parent: string,
  indent: string,
  options: TreeOptions,
): string[] {
  const siblings = [...(children.get(parent) ?? [])].sort(byTypeAndName);
  return siblings.flatMap((resource, index) => {
    const last = index === siblings.length - 1;
    const below = `${indent}${last ? "   " : "│  "}`;
    return [
      `${indent}${last ? "└─ " : "├─ "}${line(resource, options)}`,
      ...(options.inputs
        ? inputsOf(resource, `${below}${children.has(resource.urn) ? "│    " : "     "}`, options)
        : []),
      ...branches(children, resource.urn, below, options),
    ];
  });
}

function byTypeAndName(a: PlannedResource, b: PlannedResource): number {
  const key = ({ custom, type, name }: PlannedResource) => `${custom ? 1 : 0} ${type} ${name}`;
  return key(a) < key(b) ? -1 : 1;
}

function line(resource: PlannedResource, { colors }: TreeOptions): string {
  const { options } = resource;
  const marks = [
    resource.remote && "children are made by a plugin and not shown",
    resource.external && "read, not created",
    options.protect && "protected",
    options.retainOnDelete && "retained on delete",
    options.importId && `imported from ${options.importId}`,
    options.ignoreChanges && `ignores changes of ${options.ignoreChanges.join(", ")}`,
    !resource.external && scalingMark(resource),
  ].filter((mark) => typeof mark === "string");
  const suffix = marks.length > 0 ? colors.dim(` (${oneLine(marks.join("; "))})`) : "";
  return `${colors.cyan(shortType(resource.type))} ${oneLine(resource.name)}${suffix}`;
}

function inputsOf(resource: PlannedResource, indent: string, { colors }: TreeOptions): string[] {
  if (Object.keys(resource.inputs).length === 0) return [];
  const written = stringify(readable(resource.inputs), { lineWidth: 0, sortMapEntries: true });
  return visible(written)
    .trimEnd()
    .split("\n")
    .map((row) => colors.dim(`${indent}${row}`));
}
