import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/**
 * What is changed of a request before a target gets it; which rule takes it is decided before.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html
 */
export interface Rewrite {
  /** Changes the path and the query, e.g. `^/api/(.*)$` to `/$1`. @default as they come */
  readonly url?: Replacement;
  /** Changes the host, e.g. `^shop\.(.+)$` to `internal.$1`. @default as it comes */
  readonly host?: Replacement;
}

/** Where the expression does not fit, nothing is changed. */
export interface Replacement {
  /** A regular expression of 1 to 1024 characters, without look-around, back-references and the like. */
  readonly regex: string;
  /** At most 1024 characters; `$1` stands for the first group. */
  readonly replace: string;
}

/** Look-around, atomic groups, recursion, back-references, possessive quantifiers, classes of Unicode. */
const unsupported = /\(\?(?:[=!>]|<[=!]|R|\d|&|P>)|\\[1-9kgpP]|[*+?}]\+/;

/** @param place the argument that holds it */
export function checkRewrite(check: ArgumentCheck, place: string, { url, host }: Rewrite): void {
  check(url !== undefined || host !== undefined, place, "must change url or host", {});
  for (const [part, replacement] of Object.entries({ url, host })) {
    if (replacement === undefined) continue;
    const { regex, replace } = replacement;
    const isRegex = regex.length >= 1 && regex.length <= 1024 && isRegularExpression(regex);
    check(isRegex, `${place}.${part}.regex`, "must be a regular expression of 1 to 1024 characters", regex);
    const requirement = "must have no look-around, back-reference, atomic group, possessive quantifier or \\p{…}";
    check(!unsupported.test(regex), `${place}.${part}.regex`, requirement, regex);
    const groups = new RegExp(`${regex}|`).exec("")?.length ?? 1;
    const used = [...replace.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit));
    const isReplacement = replace.length <= 1024 && used.every((digit) => digit < groups);
    const replacements = "must have at most 1024 characters and name only groups of its regex";
    check(isReplacement, `${place}.${part}.replace`, replacements, replace);
  }
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

export function transforms({ url, host }: Rewrite): aws.types.input.lb.ListenerRuleTransform[] {
  return [
    ...(host ? [{ type: "host-header-rewrite", hostHeaderRewriteConfig: { rewrite: { ...host } } }] : []),
    ...(url ? [{ type: "url-rewrite", urlRewriteConfig: { rewrite: { ...url } } }] : []),
  ];
}
