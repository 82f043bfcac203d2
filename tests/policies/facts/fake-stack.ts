import type { StackResource } from "../../../policies/resource";
import type { Stack } from "../../../policies/rule";

/** A resource for tests of facts, with what each of its properties refers to. */
export function fake(
  type: string,
  name: string,
  props: Record<string, unknown>,
  references: Record<string, StackResource[]> = {},
): StackResource {
  return {
    urn: `urn:pulumi:dev::test::${type}::${name}`,
    name,
    type,
    token: type,
    props,
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      additionalSecretOutputs: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    },
    dependencies: Object.values(references).flat(),
    get referringProperties() {
      return Object.keys(references);
    },
    references: (property) => references[property] ?? [],
  };
}

export function fakeStack(...resources: StackResource[]): Stack {
  return { resources, ofType: (...types) => resources.filter(({ type }) => types.includes(type)) };
}
