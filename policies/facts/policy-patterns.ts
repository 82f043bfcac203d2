import type { PolicyText, Statement } from "./policy-statements";
import { allOf, anyOf, known } from "./three-valued";
import type { Unknown } from "./value";

/**
 * Whether a text of a policy, in which `*` stands for any characters and `?` for one, takes in a text or another
 * pattern: `s3:Get*` takes in `s3:GetObject` and `s3:GetObject*`.
 */
export function matches(pattern: string, text: string): boolean {
  let here = 0;
  let next = 0;
  let star = -1;
  let afterStar = 0;
  while (next < text.length) {
    const sign = pattern[here];
    if (sign === "*") {
      star = here++;
      afterStar = next;
    } else if (sign === text[next] || (sign === "?" && text[next] !== "*")) {
      here++;
      next++;
    } else if (star >= 0) {
      // Let the last star take in one more.
      here = star + 1;
      next = ++afterStar;
    } else return false;
  }
  while (pattern[here] === "*") here++;
  return here === pattern.length;
}

/** Whether a statement is about an action, or all of a pattern of actions such as `s3:*`. */
export function coversAction({ actions, notActions }: Statement, action: string): boolean | Unknown {
  return covers(actions, notActions, action.toLowerCase());
}

/** Whether a statement is about a resource, or all of a pattern of resources. One that names none is about its own. */
export function coversResource({ resources, notResources }: Statement, resource: string): boolean | Unknown {
  if (resources === undefined && notResources === undefined) return true;
  return covers(resources, notResources, resource);
}

function covers(
  named: readonly PolicyText[] | undefined,
  left: readonly PolicyText[] | undefined,
  text: string,
): boolean | Unknown {
  if (named) return anyOf(named.map((one) => known(one, (pattern) => matches(pattern, text))));
  if (!left) return false;
  return allOf(left.map((one) => known(one, (pattern) => !overlap(pattern, text))));
}

/** Whether two patterns may have a text in common: by what stands before their first wildcards. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map((pattern) => /^[^*?]*/.exec(pattern)?.[0] ?? "") as [string, string];
  if (a === one && b === other) return one === other;
  if (a === one) return matches(other, one);
  if (b === other) return matches(one, other);
  return a.startsWith(b) || b.startsWith(a);
}
