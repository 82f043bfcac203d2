import { openStatements } from "../facts/policy-statements";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const secretsNoPublicPolicy = rule({
  name: "secrets-no-public-policy",
  displayName: "No secret is open to everyone",
  description:
    "No policy of a secret lets everyone in, unless a condition ties the request to an account, an organisation, a principal or a network.",
  why: "Anybody with an AWS account may then do with the secret what the policy says, such as read it.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  remediationSteps:
    "Name accounts, roles or services in Principal, and set blockPublicPolicy to true on an aws.secretsmanager.SecretPolicy, with which AWS takes no policy that is public.",
  controls: { cis: ["2.21"] },
  types: ["aws:secretsmanager/secret:Secret", "aws:secretsmanager/secretPolicy:SecretPolicy"],
  resource({ resource, deny, undecided }) {
    const open = openStatements(at(resource.props, "policy"));
    if (open !== UNKNOWN) {
      for (const { place } of open) deny(`${place} of policy lets everyone in; name accounts, roles or services`);
    }
    // AWS then looks at the policy itself, and refuses one that is public.
    else if (asBoolean(at(resource.props, "blockPublicPolicy")) !== true) undecided("policy");
  },
});
