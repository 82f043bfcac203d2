import { keyFault } from "../facts/customer-keys";
import { functionType } from "../facts/lambda-functions";
import { asMap, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lambdaEnvCmk = rule({
  name: "lambda-env-cmk",
  displayName: "Environments of functions have a key of your own",
  description: "A Lambda function with environment variables encrypts them with a KMS key of the account.",
  why: "To see the variables then takes the right to use the key as well, which the right to look at functions does not give.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-encryption",
  remediationSteps: "Set kmsKeyArn to a KMS key of the account, and let the function's role decrypt with it.",
  controls: {},
  types: [functionType],
  resource({ resource: { props }, deny, undecided }) {
    const fault = keyFault(asText(at(props, "kmsKeyArn")), []);
    if (typeof fault !== "string") return;
    const variables = asMap(at(props, "environment", "variables"));
    if (variables === UNKNOWN) undecided("environment");
    else if (Object.keys(variables).length > 0) deny(`kmsKeyArn ${fault}`);
  },
});
