import type { Condition, Statement } from "./policy-statements";
import { allOf, anyOf, known } from "./three-valued";
import type { Unknown } from "./value";

/** The operators by which a value must match, whatever else the request says: none that may be absent or must differ. */
const matchOperators = /^(?:foranyvalue:)?(?:stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|bool)$/;

/**
 * Whether a condition of a statement ties the request to some values of a key; all of them must pass the test.
 *
 * @param isKey by the key in lower case
 */
export function isTied(
  { conditions }: Pick<Statement, "conditions">,
  isKey: (key: string) => boolean,
  isValue: (value: string) => boolean = isSome,
): boolean | Unknown {
  return anyOf(conditions.map((condition) => ties(condition, isKey, isValue)));
}

function ties(
  { operator, key, values }: Condition,
  isKey: (key: string) => boolean,
  isValue: (value: string) => boolean,
): boolean | Unknown {
  return allOf([
    known(operator, (test) => matchOperators.test(test)),
    known(key, isKey),
    values.length > 0,
    ...values.map((value) => known(value, isValue)),
  ]);
}

/** False for a value that is anything. */
export function isSome(value: string): boolean {
  return !/^[*?]*$/.test(value);
}
