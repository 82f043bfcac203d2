/** A resource of an example: its type, and its properties, in which `ref` refers to another one of the example. */
export interface ExampleResource {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** Pulumi's options that rules read. */
  readonly protect?: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly additionalSecretOutputs?: readonly string[];
}

/** A small stack and what the rule says of it. */
export interface Example {
  /** A sentence that completes "denies ...", "allows ..." or "is undecided about ...". */
  readonly title: string;
  /** The resources by name. */
  readonly resources: Readonly<Record<string, ExampleResource>>;
  /** Settings other than the defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of other policies, by their names; the whole catalogue then judges the example, as with exemptions. */
  readonly config?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly environment?: "dev" | "prod";
  /** Properties of the default provider, such as `defaultTags`. */
  readonly provider?: Readonly<Record<string, unknown>>;
  /**
   * The resources that are allowed for what another resource says, which a remediation cannot see: it sets them all the
   * same, and they stay allowed.
   */
  readonly remediedAnyway?: readonly string[];
  /** `tierwork:exemptions` of the stack, on 2026-11-01; the whole catalogue then judges the example. */
  readonly exemptions?: unknown;
}

/** An example with findings: what is said of which resource (`""` is the stack itself), each a part of the message. */
export interface FoundExample extends Example {
  readonly says: Readonly<Record<string, string | readonly string[]>>;
  /** The resources of which something is said that no remediation can mend, such as a disk that nobody described. */
  readonly beyondRemedy?: readonly string[];
}

export interface Examples {
  readonly denied: readonly FoundExample[];
  readonly allowed: readonly Example[];
  readonly undecided: readonly FoundExample[];
}

/** A reference to an output of another resource of the example: unknown at preview, a real value in a state. */
export class Reference {
  constructor(
    readonly resource: string,
    readonly property: string,
  ) {}
}

export function ref(resource: string, property = "id"): Reference {
  return new Reference(resource, property);
}
