import { isGiven } from "../facts/given";
import { permissionType, resourcePolicyType } from "../facts/lambda-functions";
import { openStatements } from "../facts/policy-statements";
import { hasSource } from "../facts/source-conditions";
import { asText, at, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";

const urlType = "aws:lambda/functionUrl:FunctionUrl";
const layerPermissionType = "aws:lambda/layerVersionPermission:LayerVersionPermission";

export const lambdaNotPublic = rule({
  name: "lambda-not-public",
  displayName: "No function is open to everyone",
  description:
    "No permission or policy of a Lambda function or layer lets everyone in, and no function URL answers without a signature.",
  why: "Anybody can then run the function, at your cost and with the rights of its role.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-1",
  remediationSteps:
    "Name the account, role or service that may invoke the function, or the sourceArn, sourceAccount or principalOrgId that it must come from. Set authorizationType of a function URL to AWS_IAM, with CloudFront or an API before it.",
  controls: { fsbp: ["Lambda.1"] },
  types: [permissionType, resourcePolicyType, urlType, layerPermissionType],
  resource({ resource, deny, undecided }) {
    const { type, props } = resource;
    if (type === resourcePolicyType) judgePolicy(resource, { deny, undecided });
    else if (type === urlType) {
      const authorization = asText(at(props, "authorizationType"));
      if (authorization === UNKNOWN) undecided("authorizationType");
      else if (authorization === "NONE") deny('authorizationType is "NONE"; set it to "AWS_IAM"');
    } else {
      const isNarrowed =
        type === permissionType ? hasSource(props, "principalOrgId") : isGiven(at(props, "organizationId"));
      const principal = asText(at(props, "principal"));
      if (isNarrowed) return;
      if (principal === UNKNOWN) undecided("principal");
      else if (principal === "*") {
        const fix = type === permissionType ? "principalOrgId, sourceAccount or sourceArn" : "organizationId";
        deny(`principal is "*"; name an account, or set ${fix}`);
      }
    }
  },
});

function judgePolicy({ props }: Resource, { deny, undecided }: Verdicts): void {
  const open = openStatements(at(props, "policy"));
  if (open === UNKNOWN) undecided("policy");
  else for (const { place } of open) deny(`${place} of policy lets everyone in; name accounts, roles or services`);
}
