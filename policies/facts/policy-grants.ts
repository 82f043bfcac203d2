import type { Resource } from "../resource";
import { isTied } from "./condition-tests";
import { identityPolicies } from "./identity-policies";
import { coversAction } from "./policy-patterns";
import { type Statement, statementsOf } from "./policy-statements";
import { allOf, anyOf, known, not } from "./three-valued";
import { UNKNOWN, type Unknown } from "./value";

/** A statement by which a policy allows something, and where it stands. */
export interface Grant {
  /** As a message names it: `Statement[0] (Read) of policy`. */
  readonly place: string;
  /** The property that holds its policy. */
  readonly property: string;
  readonly statement: Statement;
}

/** The statements by which the policies of a resource allow something, and what of them is not known, in words. */
export function grantsOf(resource: Resource): {
  readonly grants: readonly Grant[];
  readonly unknown: readonly string[];
} {
  const { policies, unknownLists } = identityPolicies(resource);
  const grants: Grant[] = [];
  const unknown = [...unknownLists];
  for (const { property, policy } of policies) {
    const statements = statementsOf(policy);
    if (statements === UNKNOWN) unknown.push(property);
    else
      for (const statement of statements) {
        const place = `${statement.place} of ${property}`;
        if (statement.effect === "Allow") grants.push({ place, property, statement });
        else if (statement.effect === UNKNOWN) unknown.push(`Effect of ${place}`);
      }
  }
  return { grants, unknown };
}

/**
 * The statements by which the policies of a resource allow something, but for those that allow everything on everything.
 * `iam-no-admin-policy` tells of those, and of whole policies that are not known: a dozen rules would say the same.
 */
export function partialGrantsOf(resource: Resource): readonly Grant[] {
  return grantsOf(resource).grants.filter(({ statement }) => allowsEverything(statement) !== true);
}

/** Whether a statement allows every action on every resource, whatever its conditions. */
export function allowsEverything(statement: Statement): boolean | Unknown {
  const isEvery = (text: string) => /^[*?:]*\*[*?:]*$/.test(text);
  return allOf([anyOf((statement.actions ?? []).map((action) => known(action, isEvery))), isOnEverything(statement)]);
}

/**
 * Whether a statement is about every resource, or all but a few. A resource that is not known yet is the ARN of one
 * that the program makes, and never everything.
 */
export function isOnEverything({ resources, notResources }: Statement): boolean {
  if (resources) return resources.some((resource) => resource !== UNKNOWN && isEverything(resource));
  return notResources !== undefined;
}

/**
 * Whether conditions of a statement leave it only some resources or uses, so that `*` is not everything: a service's own
 * keys (`ecs:cluster`, `iam:PassedToService`) do, and of those that all services share the ones about resources.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function isNarrowed(statement: Statement): boolean | Unknown {
  return isTied(statement, (key) => !key.startsWith("aws:") || /^aws:resource(?:tag\/|account$|org)/.test(key));
}

/** Whether a statement allows what it allows on everything, and no condition narrows it. */
export function isUnlimited(statement: Statement): boolean | Unknown {
  return allOf([isOnEverything(statement), not(isNarrowed(statement))]);
}

/**
 * `*`, or an ARN of which every part that tells one resource from another is left open: `arn:aws:s3:::*`,
 * `arn:aws:logs:*:*:*`, `arn:aws:iam::*:role/*`.
 */
function isEverything(resource: string): boolean {
  const isOpen = (text: string) => /^[*?]*$/.test(text);
  const [arn, , , region = "", account = "", ...rest] = resource.split(":");
  if (arn !== "arn") return resource !== "" && isOpen(resource);
  const last = rest.at(-1);
  if (last === undefined) return resource.endsWith("*");
  if (!isOpen(region) || !isOpen(account)) return false;
  if (rest.every((part) => part !== "" && /^[*?/]+$/.test(part))) return true;
  // Where an ARN holds an account, what stands before the last part is the kind of resource; a bucket's holds none.
  return (
    account !== "" && /^(?:[\w-]+\/)?\*+$/.test(last) && rest.slice(0, -1).every((part) => /^[\w-]+$|^\*+$/.test(part))
  );
}

/** Those of some actions that a statement allows; `UNKNOWN` while its actions are not known. */
export function allowedOf(statement: Statement, actions: readonly string[]): readonly string[] | Unknown {
  const verdicts = actions.map((action) => coversAction(statement, action));
  const allowed = actions.filter((_, index) => verdicts[index] === true);
  return allowed.length === 0 && verdicts.includes(UNKNOWN) ? UNKNOWN : allowed;
}
