import { isSome, isTied } from "../facts/condition-tests";
import { coversAction } from "../facts/policy-patterns";
import type { Statement } from "../facts/policy-statements";
import { allOf, anyOf, known } from "../facts/three-valued";
import { judgeTrust, trustPolicyTypes } from "../facts/trust-policies";
import { shown, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const iamOidcTrustConstrained = rule({
  name: "iam-oidc-trust-constrained",
  displayName: "Tokens take a role only for some subject",
  description:
    "A role that lets in the tokens of an OIDC provider, such as GitHub's or an EKS cluster's, says by a condition whose they must be: not only of which audience, and not by a pattern that takes in everybody's.",
  why: "All repositories of GitHub, and all pods of a cluster, get their tokens from one provider: without such a condition any of them may take the role.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  remediationSteps:
    'Add a condition on the provider\'s sub with StringEquals or StringLike, such as "repo:acme/shop:ref:refs/heads/main" for GitHub or "system:serviceaccount:shop:web" for a cluster.',
  controls: {},
  types: trustPolicyTypes,
  resource({ resource, deny, undecided }) {
    judgeTrust(resource, { deny, undecided }, (statement, place) => {
      const verdict = allOf([takesTokens(statement), known(isConstrained(statement), (fine) => !fine)]);
      if (verdict === UNKNOWN) undecided(place);
      else if (verdict) {
        const provider = statement.principals?.find(({ kind }) => kind === "Federated")?.id;
        const whose = provider === UNKNOWN || provider === undefined ? "a provider" : shown(nameOf(provider));
        deny(`${place} lets in every token of ${whose}; add a condition on its sub that names one`);
      }
    });
  },
});

/** Whether web tokens are let in: what signs in by SAML has an action of its own. */
function takesTokens(statement: Statement): boolean | Unknown {
  const isFederated = anyOf(
    (statement.principals ?? []).map(({ kind }) => known(kind, (name) => name === "Federated")),
  );
  return allOf([isFederated, coversAction(statement, "sts:AssumeRoleWithWebIdentity")]);
}

/** The providers of AWS, Google, Amazon and Facebook give each application an audience of its own, which so is enough. */
const ownAudiences = new Set([
  ...["cognito-identity.amazonaws.com:aud", "accounts.google.com:aud", "accounts.google.com:oaud"],
  ...["www.amazon.com:app_id", "graph.facebook.com:app_id"],
]);

/** Any claim about the caller will do, but for the audience: everybody's tokens have that. */
function isConstrained(statement: Statement): boolean | Unknown {
  return anyOf([
    isTied(statement, (key) => ownAudiences.has(key)),
    isTied(statement, (key) => isClaim(key) && key.endsWith(":sub"), namesSubject),
    isTied(statement, (key) => isClaim(key) && !/:(?:sub|aud|amr|azp)$/.test(key)),
  ]);
}

/** `token.actions.githubusercontent.com:sub`, and not a key of AWS. */
function isClaim(key: string): boolean {
  return /^[^:]*\.[^:]*:./.test(key);
}

/**
 * Whether a pattern of subjects says more than what all subjects of a provider have: of GitHub the owner of a repository,
 * of a cluster a namespace, of GitLab a group, of HCP Terraform an organisation.
 */
function namesSubject(pattern: string): boolean {
  const [fixed = ""] = /^[^*?]*/.exec(pattern) ?? [];
  const general = /^(?:repo:|system:serviceaccount:|project_path:|organization:)/.exec(fixed)?.[0];
  if (general === undefined) return isSome(pattern) && fixed !== "";
  // An owner that is only begun is anybody's who takes such a name.
  const rest = fixed.slice(general.length);
  return fixed === pattern || /.[/:]/.test(rest);
}

/** `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com` without its account. */
function nameOf(provider: string): string {
  return provider.replace(/^arn:[^/]*:oidc-provider\//, "");
}
