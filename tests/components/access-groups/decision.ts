import wildcardMatch from "wildcard-match";

/** What is asked of IAM. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Keys that the request does not have are left out, as IAM does. */
  readonly context?: Readonly<Record<string, string>>;
}

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | string[];
  readonly NotAction?: string[];
  readonly Resource: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * What identity policies answer to a request of the user alice, for the few elements that ours use:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decision(documents: readonly string[], request: Request): "allowed" | "denied" | "not allowed" {
  const statements = documents.flatMap((document): Statement[] => JSON.parse(document).Statement);
  const met = statements.filter((statement) => concerns(statement, request) && holds(statement, request));
  if (met.some(({ Effect }) => Effect === "Deny")) return "denied";
  return met.some(({ Effect }) => Effect === "Allow") ? "allowed" : "not allowed";
}

function concerns({ Action, NotAction, Resource }: Statement, { action, resource }: Request): boolean {
  const matches = (patterns: string | string[] | undefined, text: string) =>
    [patterns ?? []].flat().some((pattern) => wildcardMatch(asAlice(pattern), { separator: false })(text));
  return (NotAction ? !matches(NotAction, action) : matches(Action, action)) && matches(Resource, resource);
}

/** What IAM puts in place of its variable. */
function asAlice(pattern: string): string {
  return pattern.replace(/\$\{aws:username\}/g, "alice");
}

function holds({ Condition = {} }: Statement, { context = {} }: Request): boolean {
  return Object.entries(Condition).every(([operator, wanted]) => {
    if (!["Bool", "BoolIfExists", "StringEquals"].includes(operator)) throw new Error(`no operator ${operator} here`);
    return Object.entries(wanted).every(([key, value]) => {
      const given = context[key];
      return given === undefined ? operator.endsWith("IfExists") : given === value;
    });
  });
}
