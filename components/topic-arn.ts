import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/** True for the ARN of a topic; not for its name, nor for what else of AWS has an ARN. */
export function isTopicArn(text: string): boolean {
  return /^arn:[^:]+:sns:/.test(text);
}

export const topicArnRequirement =
  'must be the ARN of an SNS topic, such as "arn:aws:sns:eu-west-1:123456789012:alarms"';

/** Refuses a text that is no ARN of a topic; what is known only later is not looked at. */
export function checkTopicArn(check: ArgumentCheck, argument: string, arn: pulumi.Input<string>): void {
  check(typeof arn !== "string" || isTopicArn(arn), argument, topicArnRequirement, arn);
}
