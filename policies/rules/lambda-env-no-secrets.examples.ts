import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (environment: unknown) => ({
  type: "aws:lambda/function:Function",
  props: { runtime: "nodejs24.x", environment },
});
// The key that AWS's own pages print as an example.
const keyId = "AKIAIOSFODNN7EXAMPLE";

export const examples: Examples = {
  denied: [
    {
      title: "variables that are called like a secret, or hold one",
      resources: {
        named: of({ variables: { DB_PASSWORD: "hunter22", STRIPE_API_KEY: "abc123xyz" } }),
        held: of({ variables: { CONFIG: `{"key":"${keyId}"}` } }),
      },
      says: {
        named: [
          "environment.variables.DB_PASSWORD is named like a secret and has its value in plain text",
          "environment.variables.STRIPE_API_KEY is named like a secret",
        ],
        held: "environment.variables.CONFIG holds an AWS access key id; name its ARN and read it at the start",
      },
    },
    {
      title: "names that the settings add",
      settings: { patterns: ["^pin$"] },
      resources: { pin: of({ variables: { PIN: "8231abc" } }) },
      says: { pin: "environment.variables.PIN is named like a secret" },
    },
  ],
  allowed: [
    {
      title: "ARNs of secrets, other variables, and none",
      resources: {
        secret: { type: "aws:secretsmanager/secret:Secret", props: {} },
        points: of({
          variables: { DB_SECRET_ARN: ref("secret", "arn"), STAGE: "prod", TOKEN_URL: "https://id.example.com" },
        }),
        bare: of(undefined),
        empty: of({}),
      },
    },
    {
      title: "what the settings allow",
      settings: { allow: ["^CSRF_TOKEN$"] },
      resources: { form: of({ variables: { CSRF_TOKEN: "header-x-csrf" } }) },
    },
  ],
  undecided: [
    {
      title: "variables that are not known, or a value that is called like a secret",
      resources: {
        whole: of({ variables: UNKNOWN }),
        one: of({ variables: { DB_PASSWORD: UNKNOWN, QUEUE_URL: UNKNOWN } }),
      },
      says: {
        whole: "environment.variables is not known yet",
        one: "environment.variables.DB_PASSWORD is not known yet",
      },
    },
  ],
};
