import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const pull = { Effect: "Allow", Action: ["ecr:BatchGetImage"] };
const onRepository = (policy: unknown) => ({
  type: "aws:ecr/repositoryPolicy:RepositoryPolicy",
  props: { repository: "web", policy },
});
const json = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const examples: Examples = {
  denied: [
    {
      title: "a statement that lets everyone in, in each of its spellings",
      resources: {
        star: onRepository(json({ ...pull, Sid: "pull", Principal: "*" })),
        aws: onRepository(json({ ...pull, Principal: { AWS: "*" } })),
        listed: onRepository(json({ ...pull, Principal: { AWS: ["123456789012", "*"] } })),
        butOne: onRepository(json({ ...pull, NotPrincipal: { AWS: "123456789012" } })),
        typed: onRepository({ Statement: { ...pull, Principal: "*" } }),
      },
      says: {
        star: "Statement[0] (pull) of policy lets everyone in; name accounts or roles",
        aws: "Statement[0] of policy lets everyone in",
        listed: "Statement[0] of policy",
        butOne: "Statement[0] of policy",
        typed: "Statement[0] of policy",
      },
    },
    {
      title: "conditions that narrow nothing",
      resources: {
        none: onRepository(
          json({
            ...{ ...pull, Principal: "*" },
            Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgPaths": "o-1/r-1/ou-1/" } },
          }),
        ),
        any: onRepository(json({ ...pull, Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } })),
        absent: onRepository(
          json({ ...pull, Principal: "*", Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } } }),
        ),
        other: onRepository(
          json({ ...pull, Principal: "*", Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } }),
        ),
        world: onRepository(
          json({ ...pull, Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }),
        ),
      },
      says: {
        none: "lets everyone in",
        any: "lets everyone in",
        absent: "lets everyone in",
        other: "lets everyone in",
        world: "lets everyone in",
      },
    },
    {
      title: "policies of a registry, a template and a public repository",
      resources: {
        registry: {
          type: "aws:ecr/registryPolicy:RegistryPolicy",
          props: { policy: json({ ...pull, Principal: "*" }) },
        },
        template: {
          type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
          props: { prefix: "shop", repositoryPolicy: json({ ...pull, Principal: "*" }) },
        },
        open: {
          type: "aws:ecrpublic/repositoryPolicy:RepositoryPolicy",
          props: { repositoryName: "web", policy: json({ ...pull, Action: "ecr-public:PutImage", Principal: "*" }) },
        },
      },
      says: {
        registry: "Statement[0] of policy",
        template: "Statement[0] of repositoryPolicy",
        open: "Statement[0] of policy",
      },
    },
  ],
  allowed: [
    {
      title: "statements for accounts and services",
      resources: {
        account: onRepository(json({ ...pull, Principal: { AWS: "arn:aws:iam::123456789012:root" } })),
        service: onRepository(json({ ...pull, Principal: { Service: "lambda.amazonaws.com" } })),
      },
    },
    {
      title: "everyone of the organisation",
      resources: {
        web: onRepository(
          json({ ...pull, Principal: "*", Condition: { StringEquals: { "AWS:PrincipalOrgID": "o-1" } } }),
        ),
      },
    },
    {
      title: "a statement that denies everyone",
      resources: { web: onRepository(json({ ...pull, Effect: "Deny", Principal: "*" })) },
    },
    { title: "a policy that is no JSON, which AWS refuses", resources: { web: onRepository("{") } },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { web: onRepository(UNKNOWN) },
      says: { web: "policy is not known yet" },
    },
    {
      title: "a principal or a condition that is not known",
      resources: {
        principal: onRepository({ Statement: [{ ...pull, Principal: { AWS: [UNKNOWN] } }] }),
        condition: onRepository({
          Statement: [{ ...pull, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": UNKNOWN } } }],
        }),
      },
      says: { principal: "policy", condition: "policy" },
    },
  ],
};
