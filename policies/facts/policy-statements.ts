import { asList, asMap, asText, at, UNKNOWN, type Unknown } from "./value";

/** A statement of a resource's policy that lets anyone in. */
export interface OpenStatement {
  /** As a message names it: `Statement[0]`, with its Sid where it has one. */
  readonly place: string;
}

/**
 * The statements that allow everyone, and that no condition narrows to some account, organisation, resource or network.
 * A policy is JSON or an object; what is no JSON allows nobody, for AWS refuses it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html
 */
export function openStatements(policy: unknown): readonly OpenStatement[] | Unknown {
  const statements = asList(at(typeof policy === "string" ? parsed(policy) : policy, "Statement"));
  if (statements === UNKNOWN) return UNKNOWN;
  const found: OpenStatement[] = [];
  let doubt = false;
  for (const [index, statement] of statements.entries()) {
    const isOpen = allowsAll(statement);
    if (isOpen === UNKNOWN) doubt = true;
    const sid = asText(at(statement, "Sid"));
    const place = `Statement[${index}]${typeof sid === "string" && sid !== "" ? ` (${sid})` : ""}`;
    if (isOpen === true) found.push({ place });
  }
  return doubt && found.length === 0 ? UNKNOWN : found;
}

function allowsAll(statement: unknown): boolean | Unknown {
  const effect = at(statement, "Effect");
  const principals = principalsOf(statement);
  const narrowed = isNarrowed(statement);
  if (effect !== UNKNOWN && effect !== "Allow") return false;
  if (principals === false || narrowed === true) return false;
  return effect === UNKNOWN || principals === UNKNOWN || narrowed === UNKNOWN ? UNKNOWN : true;
}

/** True when the statement is about everyone. To leave out a few (`NotPrincipal`) is to let in all others. */
function principalsOf(statement: unknown): boolean | Unknown {
  if (at(statement, "NotPrincipal") !== undefined) return true;
  const principal = at(statement, "Principal");
  if (principal === UNKNOWN) return UNKNOWN;
  const named = typeof principal === "string" ? [principal] : asList(at(principal, "AWS"));
  if (named === UNKNOWN) return UNKNOWN;
  if (named.includes("*")) return true;
  return named.includes(UNKNOWN) ? UNKNOWN : false;
}

/** Keys of conditions that tie a request to an account, organisation, principal, resource or network. */
const narrowKeys = new Set(
  [
    ...["aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:userid"],
    ...["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner"],
    ...["aws:SourceVpc", "aws:SourceVpce", "aws:SourceIp", "aws:VpcSourceIp"],
  ].map((key) => key.toLowerCase()),
);

/** Only what must match narrows: not what must differ, nor what may be absent (`…IfExists`, `ForAllValues:…`). */
const narrowTests =
  /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/i;

function isNarrowed(statement: unknown): boolean | Unknown {
  const conditions = asMap(at(statement, "Condition"));
  if (conditions === UNKNOWN) return UNKNOWN;
  let doubt = false;
  for (const [test, keys] of Object.entries(conditions)) {
    const map = asMap(keys);
    if (!narrowTests.test(test)) continue;
    if (map === UNKNOWN) doubt = true;
    for (const [key, written] of Object.entries(map === UNKNOWN ? {} : map)) {
      if (!narrowKeys.has(key.toLowerCase())) continue;
      const values = asList(written);
      if (values === UNKNOWN || values.includes(UNKNOWN)) doubt = true;
      else if (values.length > 0 && !values.some(isAnything)) return true;
    }
  }
  return doubt ? UNKNOWN : false;
}

function isAnything(value: unknown): boolean {
  return typeof value === "string" && (/^\*+$/.test(value) || /\/0+$/.test(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
