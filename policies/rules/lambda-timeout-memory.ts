import { functionsNamed, functionType } from "../facts/lambda-functions";
import { queueType } from "../facts/messaging";
import { type Kind, named } from "../facts/references";
import { stated } from "../facts/stated";
import { known } from "../facts/three-valued";
import { asMap, asNumber, asText, at, type Fact, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack, type StackCheck } from "../rule";

const restIntegrationType = "aws:apigateway/integration:Integration";
const integrationType = "aws:apigatewayv2/integration:Integration";
const queueKind: Kind = { types: [queueType], keys: ["arn"] };

export const lambdaTimeoutMemory = rule({
  name: "lambda-timeout-memory",
  displayName: "Functions have time and memory that fit",
  description:
    "Every Lambda function states its timeout and memory, answers before an API stops waiting, and is done with a message well before its queue hands it out again.",
  why: "A function that runs longer than its caller waits works for nobody, and a message that is handed out again too soon is processed twice.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
  remediationSteps:
    "Set timeout and memorySize to what tests show. Keep timeout within timeoutMilliseconds of the API's integration, and make visibilityTimeoutSeconds of a queue at least six times the timeout.",
  controls: {},
  types: [functionType],
  resource({ resource: { props }, deny }) {
    if (at(props, "timeout") === undefined) {
      deny("timeout is not set, so Lambda stops it after 3 seconds; state it");
    }
    if (at(props, "memorySize") === undefined) deny("memorySize is not set, so it has 128 MB; state it");
  },
  stack({ stack, on }) {
    judgeWaits(stack, on);
    for (const mapping of stack.ofType("aws:lambda/eventSourceMapping:EventSourceMapping")) {
      judgeQueue(stack, mapping, on);
    }
  },
});

/** Whether the APIs that call a function wait as long as it may take: each function is told of once. */
function judgeWaits(stack: Stack, on: StackCheck["on"]): void {
  const waits = new Map<StackResource, { name: string; wait: number | Unknown }>();
  for (const integration of stack.ofType(restIntegrationType, integrationType)) {
    if (isHandedOver(integration)) continue;
    const { name, type } = integration;
    const wait = asNumber(at(stated(integration).props, "timeoutMilliseconds")) ?? defaultWait(type);
    for (const called of functionsNamed(stack, integration, type === integrationType ? "integrationUri" : "uri")) {
      const least = waits.get(called)?.wait ?? Number.POSITIVE_INFINITY;
      // A wait that is known decides, whatever another will be.
      if (least === UNKNOWN ? wait !== UNKNOWN : wait === UNKNOWN ? !waits.has(called) : wait < least) {
        waits.set(called, { name, wait });
      }
    }
  }
  for (const [called, { name, wait }] of waits) {
    const seconds = timeoutOf(called);
    if (seconds === UNKNOWN) on(called).undecided("timeout");
    else if (wait === UNKNOWN) on(called).undecided(`timeoutMilliseconds of ${name}`);
    else if (seconds * 1000 > wait) {
      on(called).deny(
        `timeout is ${seconds} seconds, but API integration "${name}" waits ${wait / 1000}; shorten it, or hand the work to a queue`,
      );
    }
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
function defaultWait(type: string): number {
  return type === integrationType ? 30_000 : 29_000;
}

/** Whether an API asks Lambda not to wait for the function. */
function isHandedOver({ props }: StackResource): boolean {
  const parameters = asMap(at(props, "requestParameters"));
  if (parameters === UNKNOWN) return true;
  return Object.entries(parameters).some(
    ([name, value]) =>
      /x-amz-invocation-type/i.test(name) && known(asText(value), (text = "") => /event/i.test(text)) === true,
  );
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
function judgeQueue(stack: Stack, mapping: StackResource, on: StackCheck["on"]): void {
  const [queue] = named(stack, mapping, "eventSourceArn", at(mapping.props, "eventSourceArn"), queueKind);
  const [reader] = functionsNamed(stack, mapping, "functionName");
  if (!queue || !reader) return;
  const hidden = asNumber(at(stated(queue).props, "visibilityTimeoutSeconds")) ?? 30;
  const seconds = timeoutOf(reader);
  if (hidden === UNKNOWN) on(queue).undecided("visibilityTimeoutSeconds");
  else if (seconds === UNKNOWN) on(reader).undecided("timeout");
  else if (hidden < 6 * seconds) {
    const least = Math.min(6 * seconds, 43_200);
    on(queue).deny(
      `visibilityTimeoutSeconds is ${hidden}, less than six times the timeout of "${reader.name}"; set it to ${least}`,
    );
  }
}

function timeoutOf(resource: StackResource): Exclude<Fact<number>, undefined> {
  return asNumber(at(stated(resource).props, "timeout")) ?? 3;
}
