import type { PolicyResource } from "@pulumi/policy";
import { canonicalType, type Resource, resourceOf, type StackResource } from "./resource";
import type { Stack } from "./rule";

/**
 * The SDK's resources as rules read them: copied out of their proxies only when a rule looks. The engine has new ones for
 * each policy; the planner gives the same to all, which then share what they read.
 */
export function stackOf(sources: readonly PolicyResource[]): Stack {
  const known = stacks.get(sources);
  if (known) return known;
  const made = newStack(sources);
  stacks.set(sources, made);
  return made;
}

const stacks = new WeakMap<readonly PolicyResource[], Stack>();

function newStack(sources: readonly PolicyResource[]): Stack {
  const views = new Map<PolicyResource, StackResource>();
  const view = (source: PolicyResource): StackResource => {
    const known = views.get(source);
    if (known) return known;
    const made = new LazyResource(source, view);
    views.set(source, made);
    return made;
  };
  const resources = sources.map(view);
  const byType = new Map<string, StackResource[]>();
  for (const resource of resources) {
    const sameType = byType.get(resource.type);
    if (sameType) sameType.push(resource);
    else byType.set(resource.type, [resource]);
  }
  return { resources, ofType: (...types) => types.flatMap((type) => byType.get(type) ?? []) };
}

class LazyResource implements StackResource {
  readonly type: string;
  readonly token: string;
  readonly urn: string;
  readonly name: string;
  private copy?: Resource;

  constructor(
    private readonly source: PolicyResource,
    private readonly view: (source: PolicyResource) => StackResource,
  ) {
    this.type = canonicalType(source.type);
    this.token = source.type;
    this.urn = source.urn;
    this.name = source.name;
  }

  get props() {
    return this.read().props;
  }

  get opts() {
    return this.source.opts;
  }

  get provider() {
    return this.read().provider;
  }

  get parent() {
    return this.source.parent && this.view(this.source.parent);
  }

  get dependencies() {
    return this.source.dependencies.map(this.view);
  }

  get referringProperties() {
    return Object.keys(this.source.propertyDependencies);
  }

  references(property: string) {
    return (this.source.propertyDependencies[property] ?? []).map(this.view);
  }

  private read(): Resource {
    this.copy ??= resourceOf(this.source);
    return this.copy;
  }
}
