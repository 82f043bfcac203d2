import { functionType } from "../facts/lambda-functions";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lambdaTracing = rule({
  name: "lambda-tracing",
  displayName: "Functions are traced",
  description: "Every Lambda function traces its invocations with X-Ray.",
  why: "A trace shows in which part of a call the time was lost or the error arose, which the logs of each part do not.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
  remediationSteps:
    'Set tracingConfig.mode to "Active", and let the function\'s role do xray:PutTraceSegments and xray:PutTelemetryRecords.',
  controls: { fsbp: ["Lambda.7"] },
  types: [functionType],
  resource({ resource, deny, undecided }) {
    const mode = asText(at(resource.props, "tracingConfig", "mode"));
    if (mode === UNKNOWN) undecided("tracingConfig.mode");
    // AWS passes on what others trace, and traces nothing itself.
    else if (mode !== "Active") deny(`tracingConfig.mode is ${shown(mode)}; set it to "Active"`);
  },
  remediate({ props }) {
    const mode = asText(at(props, "tracingConfig", "mode"));
    return mode === "Active" || mode === UNKNOWN ? [] : [{ path: ["tracingConfig", "mode"], value: "Active" }];
  },
});
