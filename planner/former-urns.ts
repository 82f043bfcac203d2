import type { Plan, PlannedResource } from "./plan";
import { nameOf, typeOf, urnOf } from "./urn";

/**
 * Under which URN the base knows a resource of the plan, by its aliases or those of its ancestors: a child of a
 * renamed component is the same child, and so is one that bears the component's name in its own.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/aliases/
 *
 * @param resources parents before children
 */
export function formerUrns(
  { project, stack }: Plan,
  resources: readonly PlannedResource[],
  base: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> {
  const candidates = new Map<string, readonly string[]>();
  const found = new Map<string, string>();
  const taken = new Set(resources.map(({ urn }) => urn));
  for (const { urn, type, name, parent, options } of resources) {
    const own = options.aliases ?? [];
    const parents = (parent === undefined ? undefined : candidates.get(parent)) ?? [];
    const inherited = parents.flatMap((formerParent) =>
      [{ type, name }, ...own.map((alias) => ({ type: typeOf(alias), name: nameOf(alias) }))].map((was) =>
        urnOf(stack, project, formerParent, was.type, renamed(was.name, nameOf(parent ?? ""), nameOf(formerParent))),
      ),
    );
    const all = [...own, ...inherited].filter((former) => former !== urn);
    candidates.set(urn, all);
    const known = base.has(urn) ? undefined : all.find((former) => base.has(former) && !taken.has(former));
    if (known === undefined) continue;
    taken.add(known);
    found.set(urn, known);
  }
  return found;
}

/** The engine lets the name of a child follow that of its parent, if it begins with it. */
function renamed(name: string, parentName: string, formerParentName: string): string {
  return name.startsWith(parentName) ? formerParentName + name.slice(parentName.length) : name;
}
