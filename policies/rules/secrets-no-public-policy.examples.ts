import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const json = (...list: object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: list.map((one) => ({ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*", ...one })),
  });
const secret = (props: object) => ({ type: "aws:secretsmanager/secret:Secret", props: { ...props } });
const policy = (props: object) => ({ type: "aws:secretsmanager/secretPolicy:SecretPolicy", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "everyone, inside a secret and beside it",
      resources: {
        inside: secret({ policy: json({ Principal: "*" }) }),
        beside: policy({ policy: json({ Principal: { AWS: "111122223333" } }, { Principal: { AWS: ["*"] } }) }),
        blocked: policy({ policy: json({ Principal: "*" }), blockPublicPolicy: true }),
        butOne: policy({ policy: json({ NotPrincipal: { AWS: "111122223333" } }) }),
      },
      says: {
        inside: "Statement[0] of policy lets everyone in; name accounts, roles or services",
        beside: "Statement[1] of policy lets everyone in",
        blocked: "Statement[0] of policy lets everyone in",
        butOne: "Statement[0] of policy lets everyone in",
      },
    },
  ],
  allowed: [
    {
      title: "accounts, an organisation, what is denied, and no policy",
      resources: {
        bare: secret({}),
        named: policy({ policy: json({ Principal: { AWS: "arn:aws:iam::111122223333:role/web" } }) }),
        org: policy({
          policy: json({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0a1b2c3d4e" } } }),
        }),
        never: policy({ policy: json({ Effect: "Deny", Principal: "*" }) }),
      },
    },
    {
      title: "a policy that is not known and that AWS looks at",
      resources: {
        role: { type: "aws:iam/role:Role", props: {} },
        blocked: policy({ policy: ref("role", "arn"), blockPublicPolicy: true }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { inside: secret({ policy: UNKNOWN }), beside: policy({ policy: UNKNOWN, blockPublicPolicy: false }) },
      says: { inside: "policy is not known yet", beside: "policy is not known yet" },
    },
  ],
};
