import type { Kind } from "./references";
import { asNumber, asText, at, type Fact, UNKNOWN } from "./value";

export const logGroupType = "aws:cloudwatch/logGroup:LogGroup";
export const logGroupKind: Kind = { types: [logGroupType], keys: ["arn", "name", "id"] };

/** The days for which CloudWatch can keep logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const retentionPeriods: readonly number[] = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** For how many days a log group keeps what it gets; infinitely many without a word. Undefined where AWS alone decides. */
export function retentionDays(props: unknown): Fact<number> {
  // https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/loggroup/#retentionindays_nodejs
  if (asText(at(props, "logGroupClass")) === "DELIVERY") return undefined;
  const days = asNumber(at(props, "retentionInDays"));
  return days === UNKNOWN ? UNKNOWN : days === undefined || days === 0 ? Number.POSITIVE_INFINITY : days;
}

/** The ARN of a log group as the group has it: policies and destinations may end it in `:*`. */
export function logGroupArn(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/:\*$/, "") : value;
}
