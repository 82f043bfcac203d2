import { functionType } from "../facts/lambda-functions";
import { plainSecret, secretSettings } from "../facts/plain-secrets";
import { asMap, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lambdaEnvNoSecrets = rule({
  name: "lambda-env-no-secrets",
  displayName: "Environments of functions hold no secrets",
  description: "No secret stands in the environment variables of a Lambda function.",
  why: "Everyone who may look at the function reads its variables, in each published version too.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-encryption",
  remediationSteps:
    "Keep the value in Secrets Manager or Parameter Store, give the function its ARN, and let it read the value when it starts. Replace what was written here: whoever may look at the function has seen it.",
  controls: {},
  settings: secretSettings,
  types: [functionType],
  resource({ resource, settings, deny, undecided }) {
    const variables = asMap(at(resource.props, "environment", "variables"));
    if (variables === UNKNOWN) return undecided("environment.variables");
    for (const [name, written] of Object.entries(variables)) {
      const value = asText(written);
      // The name is the program's own, and may hold what it should not.
      const place = name.length > 80 ? `${name.slice(0, 77)}...` : name;
      if (value === UNKNOWN) {
        // What comes from another resource is its ARN or name, unless it is called like a secret.
        if (plainSecret(name, "x".repeat(8), settings)) undecided(`environment.variables.${place}`);
      } else if (value !== undefined) {
        const reason = plainSecret(name, value, settings);
        if (reason) deny(`environment.variables.${place} ${reason}; name its ARN and read it at the start`);
      }
    }
  },
});
