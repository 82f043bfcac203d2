import type { Resource } from "../resource";
import type { Verdicts } from "../rule";
import { type Statement, statementsOf } from "./policy-statements";
import { at, UNKNOWN } from "./value";

/** The type that holds a policy which says who may become somebody, and the property that holds it. */
export const trustPolicyTypes: readonly string[] = ["aws:iam/role:Role"];
export const trustProperty = "assumeRolePolicy";

/**
 * Shows each statement by which a role lets somebody become it. Of a whole policy that is not known
 * `iam-role-trust-not-public` tells alone: the other rules would say the same.
 */
export function judgeTrust(
  { props }: Pick<Resource, "props">,
  { undecided }: Verdicts,
  judge: (statement: Statement, place: string) => void,
): void {
  const statements = statementsOf(at(props, trustProperty));
  if (statements === UNKNOWN) return;
  for (const statement of statements) {
    const place = `${statement.place} of ${trustProperty}`;
    if (statement.effect === "Allow") judge(statement, place);
    else if (statement.effect === UNKNOWN) undecided(`Effect of ${place}`);
  }
}
