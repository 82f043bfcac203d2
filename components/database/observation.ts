import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkLogRetention } from "../log-retention";
import { logSettings } from "../service-logs";
import type { DatabaseEngine } from "./engine";

/** What is known of a database at work. */
export interface ObservationArgs {
  /**
   * What it is waiting for, statement by statement. There is none of MySQL and MariaDB on micro and small classes.
   *
   * @default advanced in prod, standard in dev, and none where there is none
   */
  readonly insights?: DatabaseInsights;
  /** Seconds between figures of its operating system, 1, 5, 10, 15, 30 or 60; 0 for none. @default 60 in prod, 0 in dev */
  readonly monitoringSeconds?: number;
  /** Days that CloudWatch keeps its logs: 1, 3, 5, 7, 14, 30, 60, 90 ... 3653. @default 365 in prod, 14 in dev */
  readonly logRetentionDays?: number;
}

/** CloudWatch Database Insights. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.html */
export type DatabaseInsights =
  | { readonly type: "none" }
  | {
      /** The load of each instance. */
      readonly type: "standard";
      /** 7, which is free, 731, or a multiple of 31 below. @default 7 */
      readonly retentionDays?: number;
      /** The ARN of the KMS key that encrypts them, for ever. @default RDS's own key */
      readonly kmsKeyArn?: pulumi.Input<string>;
    }
  | {
      /** Locks, plans and the whole fleet as well; paid for by the vCPU. */
      readonly type: "advanced";
      /** 465 or more: a multiple of 31, or 731. @default 465 */
      readonly retentionDays?: number;
      /** The ARN of the KMS key that encrypts them, for ever. @default RDS's own key */
      readonly kmsKeyArn?: pulumi.Input<string>;
    };

/** What is known, with its defaults, checked. */
export interface ObservationSettings {
  readonly insights: DatabaseInsights;
  readonly monitoringSeconds: number;
  readonly logRetentionDays: number;
}

/** The least days of a mode. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.Considerations.html */
const leastDays = { standard: 7, advanced: 465 };

const intervals = [0, 1, 5, 10, 15, 30, 60];

export function readObservation(
  check: ArgumentCheck,
  args: ObservationArgs,
  { type }: DatabaseEngine,
  classes: readonly string[],
  isProd: boolean,
): ObservationSettings {
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.Engines.html
  const without = type === "postgres" ? undefined : classes.find((one) => /^db\.t\w+\.(micro|small)$/.test(one));
  const byDefault: DatabaseInsights = without ? { type: "none" } : { type: isProd ? "advanced" : "standard" };
  const {
    insights = byDefault,
    monitoringSeconds = isProd ? 60 : 0,
    logRetentionDays = logSettings({}).retentionDays,
  } = args;
  const isMode = insights.type === "none" || Object.hasOwn(leastDays, insights.type);
  check(isMode, "insights.type", 'must be "none", "standard" or "advanced"', insights.type);
  if (insights.type !== "none") {
    check(!without, "insights.type", `must be "none" for ${type} on ${without}`, insights.type);
    checkRetention(check, insights.type, insights.retentionDays ?? leastDays[insights.type]);
  }
  const isInterval = intervals.includes(monitoringSeconds);
  check(isInterval, "monitoringSeconds", `must be one of ${intervals.join(", ")}`, monitoringSeconds);
  checkLogRetention(check, "logRetentionDays", logRetentionDays);
  return { insights, monitoringSeconds, logRetentionDays };
}

function checkRetention(check: ArgumentCheck, mode: keyof typeof leastDays, days: number): void {
  const isOne = days === 7 || days === 731 || (days % 31 === 0 && days >= 31 && days <= 713);
  const sentence =
    mode === "standard" ? "must be 7, 731 or a multiple of 31 below" : "must be 465 or more: a multiple of 31, or 731";
  check(isOne && days >= leastDays[mode], "insights.retentionDays", sentence, days);
}

export function insightsInput({ insights }: ObservationSettings): Partial<aws.rds.InstanceArgs> {
  if (insights.type === "none") return { performanceInsightsEnabled: false };
  const { type, retentionDays = leastDays[insights.type], kmsKeyArn } = insights;
  return {
    databaseInsightsMode: type,
    performanceInsightsEnabled: true,
    performanceInsightsRetentionPeriod: retentionDays,
    performanceInsightsKmsKeyId: kmsKeyArn,
  };
}
