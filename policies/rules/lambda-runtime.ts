import { functionType } from "../facts/lambda-functions";
import { deprecatedRuntimes } from "../facts/lambda-runtimes";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const lambdaRuntime = rule({
  name: "lambda-runtime",
  displayName: "Functions run on supported runtimes",
  description: "The runtime of every Lambda function is one that AWS still mends.",
  why: "A deprecated runtime gets no more security fixes, and after a while AWS lets its functions be changed no more.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-2",
  remediationSteps: "Set runtime to a newer one of the same language, and test the function with it.",
  controls: { fsbp: ["Lambda.2"] },
  settings: { allow: texts([], "Deprecated runtimes that may be used all the same.") },
  // The runtime of a container image is in the image.
  types: [functionType],
  resource({ resource, settings, deny, undecided }) {
    const runtime = asText(at(resource.props, "runtime"));
    if (runtime === UNKNOWN) undecided("runtime");
    else if (runtime !== undefined && deprecatedRuntimes.has(runtime) && !settings.allow.includes(runtime)) {
      deny(`runtime is ${shown(runtime)}, which AWS mends no more; set it to a newer one`);
    }
  },
});
