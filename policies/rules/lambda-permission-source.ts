import { permissionType, resourcePolicyType } from "../facts/lambda-functions";
import { isNarrowed, type Statement, statementsOf } from "../facts/policy-statements";
import { hasSource } from "../facts/source-conditions";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";

export const lambdaPermissionSource = rule({
  name: "lambda-permission-source",
  displayName: "Services invoke functions for known sources alone",
  description:
    "Who lets a service of AWS invoke a Lambda function says for which resource or account, so that no other customer of the service can have it invoked.",
  why: "Otherwise a bucket, topic or API of a stranger can run the function with events that it takes for yours.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  remediationSteps:
    "Set sourceArn to the ARN of the API, bucket, topic or rule that invokes the function, or sourceAccount to its account; for a bucket both, as its ARN names no account.",
  controls: {},
  types: [permissionType, resourcePolicyType],
  resource({ resource, deny, undecided }) {
    if (resource.type === resourcePolicyType) judgePolicy(resource, { deny, undecided });
    else judgePermission(resource, { deny, undecided });
  },
});

function judgePermission({ props }: Resource, { deny, undecided }: Verdicts): void {
  // Alexa is told by a token instead.
  if (hasSource(props, "eventSourceToken")) return;
  const principal = asText(at(props, "principal"));
  if (principal === UNKNOWN) undecided("principal");
  else if (principal !== undefined && isService(principal)) {
    deny(`principal is ${shown(principal)} for any customer of AWS; set sourceArn or sourceAccount`);
  }
}

function isService(principal: string): boolean {
  return /\.amazon(?:aws)?\.com(?:\.cn)?$/.test(principal);
}

function judgePolicy({ props }: Resource, { deny, undecided }: Verdicts): void {
  const statements = statementsOf(at(props, "policy"));
  if (statements === UNKNOWN) undecided("policy");
  for (const statement of statements === UNKNOWN ? [] : statements) {
    if (statement.effect !== "Allow" || !namesService(statement)) continue;
    const isSourced = isNarrowed(statement, sourceKeys);
    if (isSourced === UNKNOWN) undecided(`Condition of ${statement.place} of policy`);
    else if (!isSourced) {
      deny(
        `${statement.place} of policy lets in a service for any customer of AWS; test aws:SourceArn or aws:SourceAccount`,
      );
    }
  }
}

const sourceKeys = new Set(["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"]);

function namesService({ principals = [] }: Statement): boolean {
  return principals.some(({ kind, id }) => kind === "Service" && id !== UNKNOWN);
}
