import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const github = "token.actions.githubusercontent.com";
const cluster = "oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D";
const role = (assumeRolePolicy: unknown) => ({ type: "aws:iam/role:Role", props: { assumeRolePolicy } });
const tokens = (Federated: unknown, Condition?: unknown, rest: object = {}) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated }, Condition, ...rest },
  ],
});
const of = (provider: string, Condition?: unknown) =>
  role(JSON.stringify(tokens(`arn:aws:iam::111122223333:oidc-provider/${provider}`, Condition)));
const audience = { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } };
const subject = (provider: string, sub: unknown) => of(provider, { StringLike: { [`${provider}:sub`]: sub } });

export const examples: Examples = {
  denied: [
    {
      title: "all tokens of a provider, also of one audience",
      resources: {
        none: of(github),
        audience: of(github, audience),
        pods: of(cluster, { StringEquals: { [`${cluster}:aud`]: "sts.amazonaws.com" } }),
      },
      says: {
        none: `Statement[0] of assumeRolePolicy lets in every token of "${github}"; add a condition on its sub that names one`,
        audience: `lets in every token of "${github}"`,
        pods: `lets in every token of "${cluster}"`,
      },
    },
    {
      title: "patterns that take in everybody's",
      resources: {
        any: subject(github, "*"),
        repositories: subject(github, "repo:*"),
        begun: subject(github, "repo:acme*"),
        one: subject(github, ["repo:acme/shop:*", "repo:*/shop:*"]),
        namespaces: subject(cluster, "system:serviceaccount:*:web"),
        unless: of(github, { StringLikeIfExists: { [`${github}:sub`]: "repo:acme/shop:*" } }),
        not: of(github, { StringNotEquals: { [`${github}:sub`]: "repo:other/shop:*" } }),
      },
      says: {
        any: "lets in every token",
        repositories: "lets in every token",
        begun: "lets in every token",
        one: "lets in every token",
        namespaces: "lets in every token",
        unless: "lets in every token",
        not: "lets in every token",
      },
    },
  ],
  allowed: [
    {
      title: "some subjects, by name or by pattern",
      resources: {
        branch: subject(github, "repo:acme/shop:ref:refs/heads/main"),
        repository: subject(github, ["repo:acme/shop:*", "repo:acme/blog:*"]),
        owner: subject(github, "repo:acme/*"),
        pod: subject(cluster, "system:serviceaccount:shop:web"),
        claim: of(github, { StringEquals: { [`${github}:repository_id`]: "4711" } }),
      },
    },
    {
      title: "providers whose audience is an application of its own",
      resources: {
        pool: role(
          tokens("cognito-identity.amazonaws.com", {
            StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:0a1b2c3d" },
          }),
        ),
        google: role(tokens("accounts.google.com", { StringEquals: { "accounts.google.com:aud": "4711.apps" } })),
      },
    },
    {
      title: "what takes no tokens",
      resources: {
        service: role(
          tokens(undefined, undefined, { Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
        ),
        saml: role(
          tokens("arn:aws:iam::111122223333:saml-provider/acme", undefined, { Action: "sts:AssumeRoleWithSAML" }),
        ),
        never: role(tokens("accounts.google.com", undefined, { Effect: "Deny" })),
      },
    },
    {
      title: "a provider of the stack",
      resources: {
        provider: { type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider", props: { url: `https://${github}` } },
        deploy: role(tokens(ref("provider", "arn"), { StringLike: { [`${github}:sub`]: "repo:acme/shop:*" } })),
      },
    },
    {
      title: "a policy that is not known, of which iam-role-trust-not-public tells",
      resources: { whole: { type: "aws:iam/role:Role", props: { assumeRolePolicy: UNKNOWN } } },
    },
  ],
  undecided: [
    {
      title: "conditions that are not known",
      resources: {
        condition: role(tokens(`arn:aws:iam::111122223333:oidc-provider/${github}`, UNKNOWN)),
        subject: role(tokens(github, { StringLike: { [`${github}:sub`]: UNKNOWN } })),
      },
      says: {
        condition: "Statement[0] of assumeRolePolicy is not known yet",
        subject: "Statement[0] of assumeRolePolicy is not known yet",
      },
    },
  ],
};
