import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object = {}) => ({
  type: "aws:lambda/function:Function",
  props: { runtime: "nodejs24.x", ...props },
});
const permission = (principal: string, invoked: unknown) => ({
  type: "aws:lambda/permission:Permission",
  props: { action: "lambda:InvokeFunction", principal, function: invoked, sourceAccount: "111122223333" },
});
const config = (functionName: unknown, destinationConfig?: unknown) => ({
  type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  props: { functionName, destinationConfig },
});
const queue = { type: "aws:sqs/queue:Queue", props: {} };
const alias = (functionName: unknown) => ({ type: "aws:lambda/alias:Alias", props: { functionName, name: "live" } });

export const examples: Examples = {
  denied: [
    {
      title: "functions that lose events",
      resources: {
        resize: of(),
        bucket: permission("s3.amazonaws.com", ref("resize", "name")),
        nightly: of({ deadLetterConfig: { targetArn: "" } }),
        live: alias(ref("nightly", "name")),
        events: permission("events.amazonaws.com", ref("live", "arn")),
        retries: config(ref("nightly", "name")),
        report: of(),
        schedule: {
          type: "aws:scheduler/schedule:Schedule",
          props: { target: { arn: ref("report", "arn"), roleArn: "arn:aws:iam::111122223333:role/schedule" } },
        },
      },
      says: {
        resize: "what it fails on is lost; set deadLetterConfig, or onFailure of a FunctionEventInvokeConfig",
        nightly: "what it fails on is lost",
        report: "what it fails on is lost",
      },
    },
  ],
  allowed: [
    {
      title: "functions that keep what fails, in a queue or a destination",
      resources: {
        failed: queue,
        resize: of({ deadLetterConfig: { targetArn: ref("failed", "arn") } }),
        bucket: permission("s3.amazonaws.com", ref("resize", "name")),
        nightly: of(),
        live: alias(ref("nightly", "name")),
        events: permission("events.amazonaws.com", ref("nightly", "name")),
        kept: config(ref("live", "functionName"), { onFailure: { destination: ref("failed", "arn") } }),
      },
    },
    {
      title: "functions whose callers wait, or that nothing calls",
      resources: {
        api: of(),
        gateway: permission("apigateway.amazonaws.com", ref("api", "name")),
        alone: of(),
        elsewhere: permission("sns.amazonaws.com", "other"),
      },
    },
  ],
  undecided: [
    {
      title: "where failures are kept, which is not known",
      resources: {
        failed: queue,
        resize: of({ deadLetterConfig: ref("failed", "arn") }),
        bucket: permission("s3.amazonaws.com", ref("resize", "name")),
      },
      says: { resize: "where it keeps what fails is not known yet" },
    },
    {
      title: "a destination of which it is not known whose it is",
      resources: {
        resize: of(),
        bucket: permission("s3.amazonaws.com", ref("resize", "name")),
        kept: config(UNKNOWN, { onFailure: { destination: "arn:aws:sqs:eu-west-1:111122223333:failed" } }),
      },
      says: { resize: "where it keeps what fails is not known yet" },
    },
  ],
};
