import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** Where Lambda sends what became of an event. */
export interface Destination {
  readonly type: "queue" | "topic" | "function" | "eventBus" | "bucket";
  readonly arn: pulumi.Input<string>;
}

/** What happens to events that nobody waits for, from S3, SNS or EventBridge. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html */
export interface Asynchronous {
  /** Where an event goes that failed to the last. @default it is lost */
  readonly onFailure?: Destination;
  /** Where an event goes that was handled; a bucket takes failures only. @default nowhere */
  readonly onSuccess?: Destination & { readonly type: Exclude<Destination["type"], "bucket"> };
  /** How often a failed event is tried again, 0–2. @default 2 */
  readonly maxRetries?: number;
  /** Seconds until an event is given up, 60–21600. @default 21600, six hours */
  readonly maxAgeSeconds?: number;
}

/** The older form of `onFailure`: the event alone, without what went wrong. */
export interface DeadLetter {
  readonly type: "queue" | "topic";
  readonly arn: pulumi.Input<string>;
}

export function checkAsynchronous(check: ArgumentCheck, { maxRetries = 2, maxAgeSeconds = 21600 }: Asynchronous): void {
  const isCount = Number.isInteger(maxRetries) && maxRetries >= 0 && maxRetries <= 2;
  check(isCount, "asynchronous.maxRetries", "must be 0, 1 or 2", maxRetries);
  const isAge = Number.isInteger(maxAgeSeconds) && maxAgeSeconds >= 60 && maxAgeSeconds <= 21600;
  check(isAge, "asynchronous.maxAgeSeconds", "must be a whole number of seconds between 60 and 21600", maxAgeSeconds);
}

/** What the function's role must be allowed. */
export function destinationStatements(destinations: readonly Destination[]): aws.iam.PolicyStatement[] {
  return destinations.map(({ type, arn }) => ({ Effect: "Allow", ...allowed(type, arn) }));
}

function allowed(
  type: Destination["type"],
  arn: pulumi.Input<string>,
): Pick<aws.iam.PolicyStatement, "Action" | "Resource"> {
  switch (type) {
    case "queue":
      return { Action: "sqs:SendMessage", Resource: arn };
    case "topic":
      return { Action: "sns:Publish", Resource: arn };
    case "function":
      return { Action: "lambda:InvokeFunction", Resource: arn };
    case "eventBus":
      return { Action: "events:PutEvents", Resource: arn };
    case "bucket":
      return { Action: ["s3:PutObject", "s3:ListBucket"], Resource: [arn, pulumi.interpolate`${arn}/*`] };
  }
}

export function eventHandling(
  name: string,
  { onFailure, onSuccess, maxRetries, maxAgeSeconds }: Asynchronous,
  alias: { readonly functionName: pulumi.Input<string>; readonly name: pulumi.Input<string> },
  parent: pulumi.Resource,
): void {
  new aws.lambda.FunctionEventInvokeConfig(
    `${name}-events`,
    {
      functionName: alias.functionName,
      qualifier: alias.name,
      maximumRetryAttempts: maxRetries,
      maximumEventAgeInSeconds: maxAgeSeconds,
      ...((onFailure || onSuccess) && {
        destinationConfig: {
          onFailure: onFailure && { destination: onFailure.arn },
          onSuccess: onSuccess && { destination: onSuccess.arn },
        },
      }),
    },
    { parent },
  );
}
