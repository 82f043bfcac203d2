import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { FunctionRef } from "../lambda-function/invocation";

/**
 * A function of Lambda. Requests and answers have at most 1 MB; there are no WebSockets.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export interface LambdaTarget {
  readonly type: "lambda";
  /** The function, by its alias. */
  readonly function: FunctionRef;
  /** Whether headers and query have lists of values in the event and in the answer. @default false: the last value */
  readonly multiValueHeaders?: boolean;
  /** The request that a healthy function answers; each is a call that is paid for. @default none */
  readonly healthCheck?: LambdaHealthCheck;
}

export interface LambdaHealthCheck {
  /** The path that is asked for. @default "/" */
  readonly path?: string;
  /** Seconds between two checks, 5–300, more than the function's timeout. @default 35 */
  readonly intervalSeconds?: number;
  /** The HTTP codes of a healthy answer, 200–499. @default "200" */
  readonly matcher?: string;
}

/** @param place the argument that holds it */
export function checkLambda(check: ArgumentCheck, place: string, { healthCheck }: LambdaTarget): void {
  if (!healthCheck) return;
  const { path = "/", intervalSeconds = 35, matcher = "200" } = healthCheck;
  const argument = `${place}.healthCheck`;
  check(/^\/\S{0,1023}$/.test(path), `${argument}.path`, "must begin with / and have at most 1024 characters", path);
  const isTime = Number.isInteger(intervalSeconds) && intervalSeconds >= 5 && intervalSeconds <= 300;
  check(isTime, `${argument}.intervalSeconds`, "must be a whole number between 5 and 300", intervalSeconds);
  const codes = /^[2-4]\d\d([,-][2-4]\d\d)*$/.test(matcher);
  check(codes, `${argument}.matcher`, 'must be codes from 200 to 499 such as "200" or "200-299"', matcher);
}

/** The target group of a function, which this group alone may call. */
export function lambdaGroup(name: string, target: LambdaTarget, parent: pulumi.Resource): aws.lb.TargetGroup {
  const { functionName, aliasName, aliasArn } = target.function;
  const { multiValueHeaders = false, healthCheck } = target;
  const group = new aws.lb.TargetGroup(
    `${name}-tg`,
    {
      targetType: "lambda",
      lambdaMultiValueHeadersEnabled: multiValueHeaders,
      healthCheck: healthCheck ? healthCheckInput(healthCheck) : { enabled: false },
      tags: { Name: `${name}-tg` },
    },
    { parent },
  );
  const permission = new aws.lambda.Permission(
    `${name}-invoke`,
    {
      action: "lambda:InvokeFunction",
      function: functionName,
      qualifier: aliasName,
      principal: "elasticloadbalancing.amazonaws.com",
      sourceArn: group.arn,
    },
    { parent },
  );
  new aws.lb.TargetGroupAttachment(
    `${name}-function`,
    { targetGroupArn: group.arn, targetId: aliasArn },
    // A function that does not let it call is refused as a target.
    { parent, dependsOn: [permission] },
  );
  return group;
}

function healthCheckInput(healthCheck: LambdaHealthCheck): aws.types.input.lb.TargetGroupHealthCheck {
  const { path = "/", intervalSeconds = 35, matcher = "200" } = healthCheck;
  // AWS wants more time between two checks than one may take; 30 s is its own default for functions.
  return { enabled: true, path, interval: intervalSeconds, timeout: Math.min(30, intervalSeconds - 1), matcher };
}
