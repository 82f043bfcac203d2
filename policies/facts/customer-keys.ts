import { texts } from "../settings";
import { type Fact, shown, UNKNOWN, type Unknown } from "./value";

/** The settings of a rule that requires a KMS key of the account's own. */
export const keySettings = {
  keyIds: texts(
    [],
    "The KMS keys that may be used, each by its id, alias or ARN; none listed admits any but AWS's own.",
  ),
};

/**
 * What is wrong with a KMS key, as the rest of a sentence that begins with its property; undefined when nothing is, and
 * `UNKNOWN` while it is not known whether the key is one of `keyIds`.
 */
export function keyFault(key: Fact<string>, keyIds: readonly string[]): string | Unknown | undefined {
  if (key === undefined || key === "") return "is not set; name a KMS key of the account";
  // What another resource makes is not the key that AWS keeps.
  if (key === UNKNOWN) return keyIds.length > 0 ? UNKNOWN : undefined;
  if (/(?:^|:)alias\/aws\//.test(key)) return `is ${shown(key)}, a key that AWS keeps; name a KMS key of the account`;
  if (keyIds.length === 0 || keyIds.some((id) => isSame(id, key))) return undefined;
  return `is ${shown(key)}, which is not one of keyIds; name one of them`;
}

/** A key is written with its ARN or without; two ARNs also compare account and region. */
function isSame(one: string, other: string): boolean {
  if (one.startsWith("arn:") && other.startsWith("arn:")) return one === other;
  return idOf(one) === idOf(other);
}

function idOf(key: string): string {
  return key.replace(/^arn:[^:]*:kms:[^:]*:[^:]*:/, "").replace(/^key\//, "");
}
