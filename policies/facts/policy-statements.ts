import { openValues } from "./open-values";
import { allOf, anyOf, known, not } from "./three-valued";
import { asList, asMap, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** A text of a policy, or `UNKNOWN` where preview cannot know it. A list that is not known is one unknown member. */
export type PolicyText = string | Unknown;

/** Who a statement is about, as its `Principal` says. */
export interface Principal {
  /** `AWS`, `Service`, `Federated` or `CanonicalUser`; `*` when `Principal` is the text "*". */
  readonly kind: PolicyText;
  readonly id: PolicyText;
}

/** One test of one key; a statement applies when all of its conditions hold, a condition when one of its values does. */
export interface Condition {
  /** In lower case, with its quantifier and suffix: `foranyvalue:stringlikeifexists`. */
  readonly operator: PolicyText;
  /** In lower case: `aws:securetransport`. */
  readonly key: PolicyText;
  readonly values: readonly PolicyText[];
}

/** A statement of an IAM policy, whoever the policy belongs to. What is not written is `undefined`. */
export interface Statement {
  /** As a message names it: `Statement[0]`, with its Sid where it has one. */
  readonly place: string;
  readonly effect: Fact<"Allow" | "Deny">;
  /** In lower case, for AWS does not care: `s3:getobject`. */
  readonly actions?: readonly PolicyText[];
  readonly notActions?: readonly PolicyText[];
  readonly resources?: readonly PolicyText[];
  readonly notResources?: readonly PolicyText[];
  readonly principals?: readonly Principal[];
  readonly notPrincipals?: readonly Principal[];
  readonly conditions: readonly Condition[];
}

/**
 * The statements of a policy, which is JSON or an object; `UNKNOWN` when it is not known how many there are. What is no
 * JSON has none, for AWS refuses it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function statementsOf(policy: unknown): readonly Statement[] | Unknown {
  const statements = asList(at(typeof policy === "string" ? parsed(policy) : policy, "Statement"));
  return statements === UNKNOWN ? UNKNOWN : statements.map(statementOf);
}

/**
 * The statements that allow everyone, and that no condition narrows to some account, organisation, resource or network.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html
 *
 * @param keys the condition keys that narrow
 */
export function openStatements(policy: unknown, keys: readonly string[] = narrowKeys): readonly Statement[] | Unknown {
  const statements = statementsOf(policy);
  if (statements === UNKNOWN) return UNKNOWN;
  const folded = new Set(keys.map((key) => key.toLowerCase()));
  const verdicts = statements.map((statement) => allowsAll(statement, folded));
  const open = statements.filter((_, index) => verdicts[index] === true);
  return open.length === 0 && verdicts.includes(UNKNOWN) ? UNKNOWN : open;
}

/** True when `Principal` names everyone. What `NotPrincipal` says is not looked at. */
export function addressesEveryone({ principals = [] }: Statement): boolean | Unknown {
  const isEveryone = ({ kind, id }: Principal) =>
    allOf([known(kind, (name) => name === "*" || name === "AWS"), known(id, (name) => name === "*")]);
  return anyOf(principals.map(isEveryone));
}

/** The keys of conditions that tie a request to an account, organisation, principal, resource or network. */
export const narrowKeys: readonly string[] = [
  ...["aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:userid"],
  ...["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner"],
  ...["aws:SourceVpc", "aws:SourceVpce", "aws:SourceIp", "aws:VpcSourceIp"],
];

function statementOf(written: unknown, index: number): Statement {
  const sid = asText(at(written, "Sid"));
  const effect = at(written, "Effect");
  return {
    place: `Statement[${index}]${typeof sid === "string" && sid !== "" ? ` (${sid})` : ""}`,
    effect: effect === "Allow" || effect === "Deny" || effect === UNKNOWN ? effect : undefined,
    actions: textsOf(at(written, "Action"))?.map(folded),
    notActions: textsOf(at(written, "NotAction"))?.map(folded),
    resources: textsOf(at(written, "Resource")),
    notResources: textsOf(at(written, "NotResource")),
    principals: principalsOf(at(written, "Principal")),
    notPrincipals: principalsOf(at(written, "NotPrincipal")),
    conditions: conditionsOf(at(written, "Condition")),
  };
}

function principalsOf(written: unknown): readonly Principal[] | undefined {
  if (written === undefined) return undefined;
  if (written === UNKNOWN) return [{ kind: UNKNOWN, id: UNKNOWN }];
  if (typeof written === "string") return [{ kind: written === "*" ? "*" : "AWS", id: written }];
  const kinds = entriesOf(written);
  return kinds.flatMap(([kind, ids]) => (textsOf(ids) ?? []).map((id) => ({ kind, id })));
}

function conditionsOf(written: unknown): readonly Condition[] {
  if (written === UNKNOWN) return [{ operator: UNKNOWN, key: UNKNOWN, values: [UNKNOWN] }];
  return entriesOf(written).flatMap(([test, keys]): readonly Condition[] => {
    const operator = test.toLowerCase();
    if (keys === UNKNOWN) return [{ operator, key: UNKNOWN, values: [UNKNOWN] }];
    const tests = entriesOf(keys);
    return tests.map(([key, values]) => ({ operator, key: key.toLowerCase(), values: textsOf(values) ?? [] }));
  });
}

/** What is written as one text or as a list of them; numbers and booleans as the text that AWS takes them for. */
function textsOf(written: unknown): readonly PolicyText[] | undefined {
  if (written === undefined) return undefined;
  const members = asList(written);
  if (members === UNKNOWN) return [UNKNOWN];
  return members.flatMap((member) => (typeof member === "boolean" ? String(member) : (asText(member) ?? [])));
}

function folded(text: PolicyText): PolicyText {
  return text === UNKNOWN ? UNKNOWN : text.toLowerCase();
}

function entriesOf(written: unknown): readonly [string, unknown][] {
  const map = asMap(written);
  return map === UNKNOWN ? [] : Object.entries(map);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function allowsAll(statement: Statement, keys: ReadonlySet<string>): boolean | Unknown {
  return allOf([
    known(statement.effect, (effect) => effect === "Allow"),
    // To leave out a few is to let in all others.
    statement.notPrincipals !== undefined || addressesEveryone(statement),
    not(isNarrowed(statement, keys)),
  ]);
}

/** Whether some condition ties the requests of a statement to what one of the keys, in lower case, says. */
export function isNarrowed({ conditions }: Statement, keys: ReadonlySet<string>): boolean | Unknown {
  return anyOf(conditions.map((condition) => narrows(condition, keys)));
}

/** Only what must match narrows: not what must differ, nor what may be absent (`…IfExists`, `ForAllValues:…`). */
const narrowOperators =
  /^(?:foranyvalue:)?(?:stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress)$/;

/** Whether a condition ties a request to what one of the keys, in lower case, says. */
export function narrows({ operator, key, values }: Condition, keys: ReadonlySet<string>): boolean | Unknown {
  const stated = values.filter((value) => value !== UNKNOWN);
  return allOf([
    known(operator, (test) => narrowOperators.test(test)),
    known(key, (name) => keys.has(name)),
    values.length > 0,
    known(key, (name) => openValues(name, stated).length === 0),
    stated.length === values.length || UNKNOWN,
  ]);
}
