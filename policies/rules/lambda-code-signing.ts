import { isGiven } from "../facts/given";
import { functionType } from "../facts/lambda-functions";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lambdaCodeSigning = rule({
  name: "lambda-code-signing",
  displayName: "Functions run signed code alone",
  description: "Every Lambda function that is made from an archive has a code signing configuration.",
  why: "Lambda then refuses code that was changed after its build, or that somebody else has built.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
  remediationSteps:
    "Make an aws.lambda.CodeSigningConfig of the signing profiles that you trust, and set codeSigningConfigArn to its ARN.",
  controls: {},
  types: [functionType],
  resource({ resource: { props }, deny, undecided }) {
    if (isGiven(at(props, "codeSigningConfigArn"))) return;
    const kind = asText(at(props, "packageType"));
    if (kind === UNKNOWN) undecided("packageType");
    // Lambda does not check signatures of images.
    else if (kind !== "Image") deny("codeSigningConfigArn is not set; name an aws.lambda.CodeSigningConfig");
  },
});
