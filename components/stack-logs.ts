import * as pulumi from "@pulumi/pulumi";
import { closest } from "fastest-levenshtein";
import { isLogRetention, logRetentionRequirement } from "./log-retention";

/** How the log groups of a stack keep what they get, wherever a component says nothing else. */
export interface StackLogs {
  /** Days that CloudWatch keeps it. @default 365 in prod, 14 in dev */
  readonly retentionDays?: number;
  /** The ARN of the KMS key of the log groups in its region; its policy must let CloudWatch Logs use it. @default CloudWatch's own key */
  readonly kmsKeyArn?: string;
  /** Whether AWS refuses to delete a log group. @default true in prod */
  readonly deletionProtection?: boolean;
  /** Whether CloudWatch looks for lines that are not as usual, where the class of the group allows it. @default false */
  readonly anomalyDetection?: boolean;
}

const keys = ["retentionDays", "kmsKeyArn", "deletionProtection", "anomalyDetection"];

/**
 * The stack's `tierwork:logs`; nothing where it says nothing.
 *
 * @throws when the stack file holds anything but a map of these, or a value that AWS does not take.
 */
export function stackLogs(): StackLogs {
  const written = read(new pulumi.Config("tierwork").get("logs"));
  const { retentionDays, kmsKeyArn, deletionProtection, anomalyDetection, ...others } = written;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new pulumi.RunError(`tierwork:logs.${unknown} is not a setting; did you mean "${closest(unknown, keys)}"?`);
  }
  const isDays = retentionDays === undefined || isLogRetention(retentionDays);
  refuseUnless(isDays, "retentionDays", logRetentionRequirement, retentionDays);
  const isKey = kmsKeyArn === undefined || isKeyArn(kmsKeyArn);
  refuseUnless(isKey, "kmsKeyArn", "must be the ARN of a KMS key", kmsKeyArn);
  for (const [key, flag] of Object.entries({ deletionProtection, anomalyDetection })) {
    refuseUnless(flag === undefined || typeof flag === "boolean", key, "must be true or false", flag);
  }
  return written as StackLogs;
}

function read(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  const map = parsed(text);
  const isMap = typeof map === "object" && map !== null && !Array.isArray(map);
  if (isMap) return map as Readonly<Record<string, unknown>>;
  throw new pulumi.RunError(`tierwork:logs must be a map of ${keys.join(", ")}, got ${JSON.stringify(map)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isKeyArn(value: unknown): boolean {
  return typeof value === "string" && /^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(value);
}

function refuseUnless(holds: boolean, key: string, requirement: string, value: unknown): void {
  if (!holds) throw new pulumi.RunError(`tierwork:logs.${key} ${requirement}, got ${JSON.stringify(value)}`);
}
