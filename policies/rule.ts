import type { Severity } from "@pulumi/policy";
import type { Context } from "./context";
import type { Resource, StackResource } from "./resource";
import type { Run } from "./run";
import type { Settings, Values } from "./settings";

export type Level = "mandatory" | "advisory" | "disabled";

/** The ids under which others know the same control; the arrays hold what their own pages print. */
export interface Controls {
  /** AWS Security Hub, Foundational Security Best Practices and what lies beside them, e.g. `EC2.8`. */
  readonly fsbp?: readonly string[];
  /** CIS AWS Foundations Benchmark v7.0, e.g. `6.7`. */
  readonly cis?: readonly string[];
}

/**
 * What a rule says of a resource. `deny` and `undecided` take the rest of a sentence that begins with the resource:
 * `deny("httpTokens is \"optional\"; set metadataOptions.httpTokens to \"required\"")`.
 */
export interface Verdicts {
  /**
   * The rule is broken: say the offending value and the fix.
   *
   * @param controls those of the rule's controls that this breaks, where it is not all of them
   */
  deny(finding: string, controls?: Controls): void;
  /** The rule cannot tell until the named value is known. Said once per resource, however often it is called. */
  undecided(value: string): void;
}

export interface ResourceCheck<S extends Settings = Settings> extends Verdicts {
  readonly resource: Resource;
  readonly settings: Values<S>;
  readonly environment: Context["environment"];
}

export interface StackCheck<S extends Settings = Settings> {
  readonly stack: Stack;
  readonly settings: Values<S>;
  readonly environment: Context["environment"];
  /** What the policies of this run share: the exemptions and which were needed, what could not be decided. */
  readonly run: Run;
  /** The verdicts on one resource of the stack. */
  on(resource: StackResource): Verdicts;
  /** Verdicts on the stack as a whole: a finding is then a whole sentence of its own. */
  readonly onStack: Verdicts;
}

/** A property to set so that a resource is allowed: the way to it, and its new value. */
export interface Change {
  /** Property names and list positions; an object or a list that is not there yet is made on the way. */
  readonly path: readonly [string, ...(string | number)[]];
  readonly value: unknown;
}

/** The resources of a stack, as a rule reads them. */
export interface Stack {
  readonly resources: readonly StackResource[];
  /** The resources of these (canonical) types. */
  ofType(...types: string[]): readonly StackResource[];
}

/**
 * One practice: data plus one or two pure functions. `resource` judges what a resource says by itself and runs before
 * the resource is made; `stack` joins resources, runs once at the end, and says only what `resource` could not.
 */
export interface Rule<S extends Settings = Settings> {
  /** Also the name of the file and of the policy that a pull request prints. */
  readonly name: string;
  readonly displayName: string;
  /** One sentence: what is required, and of what. */
  readonly description: string;
  /** One sentence: what goes wrong where it is not so. */
  readonly why: string;
  readonly severity: Severity;
  readonly level: Level | { readonly dev: Level; readonly prod: Level };
  /** The AWS page that asks for it. */
  readonly url: string;
  /** What to do, in a sentence or two. */
  readonly remediationSteps: string;
  readonly controls: Controls;
  /**
   * What the rule leaves out of what some of its controls ask for, by their ids: "subnets that are marked as public".
   * What passes the rule may still fail these.
   */
  readonly narrower?: Readonly<Record<string, string>>;
  readonly settings?: S;
  /**
   * The canonical resource types that `resource` and `remediate` are called for, and of which the run notes what the
   * program states; `aws:*` is all of the provider's.
   */
  readonly types: readonly string[];
  /**
   * The canonical types that the rule is about, where they are not those of `types`: in a report on a standard, those
   * of which nothing is said have passed. A rule that names none in either is about the stack as a whole.
   */
  readonly subjects?: readonly string[];
  // Methods, not properties: only so may a catalogue list rules with different settings.
  resource?(check: ResourceCheck<S>): void;
  stack?(check: StackCheck<S>): void;
  /**
   * The properties to set so that `resource` finds nothing any more; none when there is nothing to do. Nothing else of
   * the resource changes, and secrets stay secret. Only run where the pack's config sets the rule to `remediate`.
   */
  remediate?(resource: Resource, settings: Values<S>): readonly Change[];
}

/** Gives a rule's literal its type, so that `settings` are typed inside its functions. */
export function rule<S extends Settings>(definition: Rule<S>): Rule<S> {
  return definition;
}
