import { SecretWords } from "./secret-words";

/** A JSON value as the engine's wire format has it: secrets and unknowns are marked in place (see `wire.ts`). */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** The options of a resource that a plan keeps, under Pulumi's names. Absent means not set. */
export interface PlannedOptions {
  protect?: boolean;
  ignoreChanges?: string[];
  replaceOnChanges?: string[];
  deleteBeforeReplace?: boolean;
  retainOnDelete?: boolean;
  aliases?: string[];
  additionalSecretOutputs?: string[];
  customTimeouts?: { create?: string; update?: string; delete?: string };
  deletedWith?: string;
  importId?: string;
}

/** Where the program declares a resource. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

/** A resource that `pulumi up` would create. */
export interface PlannedResource {
  /** As the engine would give it. */
  urn: string;
  /** The type token, e.g. `aws:ec2/vpc:Vpc`. */
  type: string;
  /** The logical name. */
  name: string;
  /** False for components. */
  custom: boolean;
  /** True for a component whose children are made by a provider plugin, and so cannot be shown offline. */
  remote: boolean;
  /** A stand-in id; absent for components. */
  id?: string;
  /** Exactly what the program passed, after transforms. */
  inputs: JsonObject;
  /** The inputs and stand-ins for what AWS would compute; unknown where there is no stand-in. */
  outputs: JsonObject;
  /** The outputs (by name, and `id`) that are stand-ins. */
  standIns: string[];
  /** The parent's URN; absent for the stack and for default providers. */
  parent?: string;
  /** URN and id of its provider, as the engine writes them: `urn::id`. */
  provider?: string;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  options: PlannedOptions;
  position?: Position;
  /** True for a resource that the program only reads (`Vpc.get`). */
  external?: boolean;
}

/** Everything a program would create, and what it exports. */
export class Plan {
  constructor(
    readonly project: string,
    readonly stack: string,
    /** Sorted so that parents and dependencies come before what needs them, otherwise by URN. */
    readonly resources: readonly PlannedResource[],
    /** The stack's exports. */
    readonly outputs: JsonObject,
    /** The secret texts that the program was seen to have. */
    readonly secrets = new SecretWords(),
    /** True for what was read from a state: it is there already. */
    readonly isDeployed = false,
  ) {
    for (const resource of resources) {
      secrets.learn(resource.inputs);
      secrets.learn(resource.outputs);
    }
    secrets.learn(outputs);
  }

  /** The resources of a type. */
  ofType(type: string): PlannedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /**
   * The one resource with this logical name, and of this type if names repeat.
   *
   * @throws when there is none, or more than one.
   */
  get(name: string, type?: string): PlannedResource {
    const found = this.resources.filter((resource) => resource.name === name && (!type || resource.type === type));
    const [only] = found;
    if (only && found.length === 1) return only;
    const names = this.resources.map((resource) => `${resource.type} ${resource.name}`).join("\n  ");
    throw new Error(
      `${found.length} resources are called "${name}"${type ? ` of type ${type}` : ""}; the plan has\n  ${names}`,
    );
  }

  /** The names of the resources of a type, sorted. */
  names(type: string): string[] {
    return this.ofType(type)
      .map(({ name }) => name)
      .sort();
  }
}
