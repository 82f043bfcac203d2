import { openStatements } from "../facts/policy-statements";
import { trustPolicyTypes, trustProperty } from "../facts/trust-policies";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const iamRoleTrustNotPublic = rule({
  name: "iam-role-trust-not-public",
  displayName: "Not everybody may take a role",
  description:
    "No role lets everyone become it, unless a condition ties the request to an account, an organisation, a principal or a network.",
  why: "Anybody with an AWS account can take the role, and do all that it may.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html",
  remediationSteps:
    "Name accounts, roles or services in Principal of assumeRolePolicy, or add a condition such as aws:PrincipalOrgID.",
  controls: { cis: ["2.21"] },
  types: trustPolicyTypes,
  resource({ resource, deny, undecided }) {
    const open = openStatements(at(resource.props, trustProperty));
    if (open === UNKNOWN) undecided(trustProperty);
    else
      for (const { place } of open)
        deny(`${place} of ${trustProperty} lets everyone in; name accounts, roles or services`);
  },
});
