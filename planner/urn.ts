const STACK_TYPE = "pulumi:pulumi:Stack";

/** A URN as the engine makes it: the types of all ancestors from the outermost down, the stack left out. */
export function urnOf(stack: string, project: string, parent: string, type: string, name: string): string {
  const ancestry = parent === "" ? STACK_TYPE : qualifiedType(parent);
  const qualified = ancestry === STACK_TYPE ? type : `${ancestry}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** The types of a resource and its ancestors: `my:Component$aws:ec2/vpc:Vpc`. */
export function qualifiedType(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The type of the resource itself. */
export function typeOf(urn: string): string {
  return qualifiedType(urn).split("$").at(-1) ?? "";
}

/** The logical name: everything behind the third `::`, for names may hold `::` too. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

export function isStack(urn: string): boolean {
  return qualifiedType(urn) === STACK_TYPE;
}
