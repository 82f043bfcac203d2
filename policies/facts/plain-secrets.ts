import { texts } from "../settings";
import { credentials } from "./credentials";

/** The settings of a rule that looks for secrets in environments. */
export const secretSettings = {
  patterns: texts([], "More regular expressions for names that stand for a secret, in any case."),
  allow: texts([], "Regular expressions for names or values that may stand there, such as a published example key."),
};

/** How names end that stand for a secret value; what ends in `_ARN`, `_FILE` or `_URL` tells where one is. */
const secretName =
  /(?:pass(?:word|wd|phrase)|secret|token|(?:^|[_-])(?:pwd|pass)|(?:api|access|secret|private|signing|encryption)[_-]?key(?:[_-](?:id|base))?|credentials?|auth[_-]?data)$/i;

/** The shell's own variable for the directory it is in. */
const harmlessNames = /^(?:old)?pwd$/i;

/** Values that point to a secret or switch something: an ARN, a placeholder that is filled in later, yes or no. */
const harmlessValues = /^(?:arn:.*|[$<%].*|\{\{.*|true|false|yes|no|\d{1,2}|)$/is;

/**
 * Why a named value should not be written down: it is called like a secret, or it is one. The answer completes
 * "DB_PASSWORD ..." and never holds the value.
 */
export function plainSecret(
  name: string,
  value: string,
  { patterns, allow }: { readonly patterns: readonly string[]; readonly allow: readonly string[] },
): string | undefined {
  if (allow.some((source) => matches(source, name) || matches(source, value))) return undefined;
  const [credential] = credentials(value, [], allow);
  if (credential) return `holds ${credential.kind}`;
  if (harmlessValues.test(value.trim()) || harmlessNames.test(name)) return undefined;
  const isNamed = secretName.test(name) || patterns.some((source) => matches(source, name));
  return isNamed ? "is named like a secret and has its value in plain text" : undefined;
}

function matches(source: string, text: string): boolean {
  try {
    return new RegExp(source, "i").test(text);
  } catch {
    return text.includes(source);
  }
}
