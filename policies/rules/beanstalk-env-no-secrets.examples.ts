import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (...settings: readonly (readonly [namespace: unknown, name: unknown, value: unknown])[]) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { settings: settings.map(([namespace, name, value]) => ({ namespace, name, value })) },
});
const variables = "aws:elasticbeanstalk:application:environment";
// The key that AWS's own pages print as an example.
const keyId = "AKIAIOSFODNN7EXAMPLE";

export const examples: Examples = {
  denied: [
    {
      title: "properties that are called like a secret, or hold one",
      resources: {
        named: of([variables, "STAGE", "prod"], [variables, "DB_PASSWORD", "hunter22"]),
        held: of([variables, "CONFIG", `{"key":"${keyId}"}`]),
        template: {
          ...of([variables, "STRIPE_API_KEY", "abc123xyz"]),
          type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
        },
      },
      says: {
        named:
          "settings[1].value is named like a secret and has its value in plain text; state its ARN in the namespace aws:elasticbeanstalk:application:environmentsecrets",
        held: "settings[0].value holds an AWS access key id",
        template: "settings[0].value is named like a secret",
      },
    },
    {
      title: "names that the settings add",
      settings: { patterns: ["^pin$"] },
      resources: { pin: of([variables, "PIN", "8231abc"]) },
      says: { pin: "settings[0].value is named like a secret" },
    },
  ],
  allowed: [
    {
      title: "ARNs of secrets, other properties and other namespaces",
      resources: {
        secret: { type: "aws:secretsmanager/secret:Secret", props: {} },
        points: of(
          [`${variables}secrets`, "DB_PASSWORD", ref("secret", "arn")],
          [variables, "DB_SECRET_ARN", ref("secret", "arn")],
          [variables, "TOKEN_URL", "https://id.example.com"],
          ["aws:autoscaling:asg", "MinSize", "2"],
        ),
        none: of(),
        bare: { type: "aws:elasticbeanstalk/environment:Environment", props: {} },
      },
    },
    {
      title: "what the settings allow",
      settings: { allow: ["^CSRF_TOKEN$"] },
      resources: { form: of([variables, "CSRF_TOKEN", "header-x-csrf"]) },
    },
  ],
  undecided: [
    {
      title: "settings that are not known, or a value that is called like a secret",
      resources: {
        whole: { type: "aws:elasticbeanstalk/environment:Environment", props: { settings: UNKNOWN } },
        value: of([variables, "DB_PASSWORD", UNKNOWN], [variables, "QUEUE_URL", UNKNOWN]),
        namespace: of([UNKNOWN, "DB_PASSWORD", "hunter22"]),
      },
      says: {
        whole: "settings is not known yet",
        value: "settings[0].value is not known yet",
        namespace: "settings[0].namespace is not known yet",
      },
    },
  ],
};
