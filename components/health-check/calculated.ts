import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { HealthCheckRef } from "./health-check-ref";

/** Healthy while enough other checks are. */
export interface CalculatedCheck {
  readonly type: "calculated";
  /** The checks that are counted, 1–256. */
  readonly children: readonly HealthCheckRef[];
  /** How many of them must be healthy: 1 is "any", their number is "all". */
  readonly healthyThreshold: number;
}

/**
 * With 0 such a check is always healthy, and with more than its children never: both are refused.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export function readCalculated(
  check: ArgumentCheck,
  at: string,
  { children, healthyThreshold }: CalculatedCheck,
): aws.route53.HealthCheckArgs {
  const isCount = children.length >= 1 && children.length <= 256;
  check(isCount, `${at}children`, "must be 1 to 256 health checks", children.length);
  const ids = children.map(({ healthCheckId }) => healthCheckId);
  check(new Set(ids).size === ids.length, `${at}children`, "must not repeat a health check", ids);
  const isThreshold =
    Number.isInteger(healthyThreshold) && healthyThreshold >= 1 && healthyThreshold <= children.length;
  const range = `must be a whole number between 1 and ${children.length}, the number of children`;
  check(isThreshold, `${at}healthyThreshold`, range, healthyThreshold);
  return { type: "CALCULATED", childHealthchecks: ids, childHealthThreshold: healthyThreshold };
}
