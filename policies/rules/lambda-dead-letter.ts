import { isGivenIn } from "../facts/given";
import { functionsNamed, permissionType } from "../facts/lambda-functions";
import { stated } from "../facts/stated";
import { anyOf, known } from "../facts/three-valued";
import { asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const scheduleType = "aws:scheduler/schedule:Schedule";
const configType = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

/**
 * The services that hand over an event and do not wait for what becomes of it.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
 */
const handsOver = /^(?:codecommit|codepipeline|config|events|iot|iotevents|logs|s3|ses|sns)\./;

export const lambdaDeadLetter = rule({
  name: "lambda-dead-letter",
  displayName: "Events that a function fails on are kept",
  description:
    "Every Lambda function that a service invokes without waiting has a dead-letter queue or a destination for what fails.",
  why: "After its retries Lambda drops an event that failed, and nobody knows that there was one.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  remediationSteps:
    "Set deadLetterConfig.targetArn to a queue or topic, or add an aws.lambda.FunctionEventInvokeConfig with destinationConfig.onFailure.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const kept = keptElsewhere(stack);
    for (const invoked of invokedWithoutWaiting(stack)) {
      const isKept = anyOf([
        isGivenIn(stated(invoked).props, "deadLetterConfig", "targetArn"),
        kept.get(invoked) ?? false,
        kept.get(undefined) ?? false,
      ]);
      if (isKept === UNKNOWN) on(invoked).undecided("where it keeps what fails");
      else if (!isKept) {
        on(invoked).deny("what it fails on is lost; set deadLetterConfig, or onFailure of a FunctionEventInvokeConfig");
      }
    }
  },
});

function invokedWithoutWaiting(stack: Stack): ReadonlySet<StackResource> {
  const permissions = stack
    .ofType(permissionType)
    .filter(({ props }) => known(asText(at(props, "principal")), (name = "") => handsOver.test(name)) === true);
  const schedules = stack.ofType(scheduleType);
  return new Set([
    ...permissions.flatMap((permission) => functionsNamed(stack, permission, "function")),
    ...schedules.flatMap((one) => functionsNamed(stack, one, "target", at(one.props, "target", "arn"))),
  ]);
}

/** Which functions have a destination for what fails; under `undefined` whether one of those may be of any function. */
function keptElsewhere(stack: Stack): ReadonlyMap<StackResource | undefined, boolean | Unknown> {
  const kept = new Map<StackResource | undefined, boolean | Unknown>();
  for (const config of stack.ofType(configType)) {
    const isKept = isGivenIn(stated(config).props, "destinationConfig", "onFailure", "destination");
    const functions = functionsNamed(stack, config, "functionName");
    for (const one of functions) kept.set(one, anyOf([kept.get(one) ?? false, isKept]));
    if (functions.length === 0 && isKept !== false && at(config.props, "functionName") === UNKNOWN) {
      kept.set(undefined, UNKNOWN);
    }
  }
  return kept;
}
