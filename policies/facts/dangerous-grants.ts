import type { Resource } from "../resource";
import type { Verdicts } from "../rule";
import { type AccessLevel, actionsOf } from "./iam-actions";
import { allowedOf, isOnEverything, isUnlimited, partialGrantsOf } from "./policy-grants";
import type { Statement } from "./policy-statements";
import { few, UNKNOWN, type Unknown } from "./value";

/**
 * Denies what the policies of a resource allow of some actions on every resource, without a condition that narrows it.
 *
 * @param dangerous the actions, or which of a statement's they are
 * @param advice the end of the sentence: what to do
 */
export function judgeDangerous(
  resource: Resource,
  dangerous: readonly string[] | ((statement: Statement) => readonly string[] | Unknown),
  advice: string,
  verdicts: Verdicts,
): void {
  for (const { place, statement } of partialGrantsOf(resource)) {
    if (!isOnEverything(statement)) continue;
    const allowed = typeof dangerous === "function" ? dangerous(statement) : allowedOf(statement, dangerous);
    if (allowed !== UNKNOWN && allowed.length === 0) continue;
    const unlimited = isUnlimited(statement);
    if (unlimited === false) continue;
    if (allowed === UNKNOWN) verdicts.undecided(`Action of ${place}`);
    else if (unlimited === UNKNOWN) verdicts.undecided(`Condition of ${place}`);
    else verdicts.deny(`${place} allows ${few(allowed)} on every resource; ${advice}`);
  }
}

/**
 * The actions of a level that a statement allows and that can be limited to some resources.
 *
 * @param examples the actions that are looked for where `NotAction` allows all others
 */
export function allowedAt(
  statement: Statement,
  level: AccessLevel,
  examples: readonly string[],
): readonly string[] | Unknown {
  const { actions, notActions } = statement;
  if (notActions || !actions) return allowedOf(statement, examples);
  const named = new Set<string>();
  for (const pattern of actions) {
    if (pattern === UNKNOWN) continue;
    for (const action of actionsOf(pattern)) if (action.level === level && action.isScoped) named.add(action.name);
  }
  return named.size === 0 && actions.includes(UNKNOWN) ? UNKNOWN : [...named];
}
