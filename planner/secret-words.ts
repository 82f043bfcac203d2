import type { Finding } from "./finding";
import type { Json, Plan } from "./plan";
import { isSecret } from "./wire";

/**
 * Policies see secrets in the clear and may quote them; what is printed must not. Words of fewer letters than this are
 * left, for they would be found in any sentence.
 */
const LEAST_LETTERS = 4;

/** The findings, with every secret text of the plan replaced by `[secret]`. */
export function withoutSecrets(plan: Plan, findings: readonly Finding[]): Finding[] {
  const words = new Set<string>();
  for (const { inputs, outputs } of plan.resources) {
    collect(inputs, false, words);
    collect(outputs, false, words);
  }
  // A long secret may hold a shorter one.
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const hide = (text: string) => longestFirst.reduce((hidden, word) => hidden.replaceAll(word, "[secret]"), text);
  return findings.map((finding) => ({ ...finding, message: hide(finding.message) }));
}

function collect(value: Json, inSecret: boolean, words: Set<string>): void {
  if (isSecret(value)) collect(value.value, true, words);
  else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) collect(member, inSecret, words);
  } else if (inSecret && typeof value === "string" && value.length >= LEAST_LETTERS) {
    words.add(value);
    // As a message quotes it.
    words.add(JSON.stringify(value).slice(1, -1));
  }
}
