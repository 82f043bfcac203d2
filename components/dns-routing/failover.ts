import type { ArgumentCheck } from "../argument-checks";
import { checkAlike, checkRecord, type ReadRecord, type RoutedRecord } from "./routed-record";

/** Answers the primary record while it is healthy, then the secondary. */
export interface FailoverPolicy {
  readonly type: "failover";
  /** Must have a health: that of an alias's target, or a health check. */
  readonly primary: RoutedRecord;
  readonly secondary: RoutedRecord;
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html */
export function readFailover(check: ArgumentCheck, { primary, secondary }: FailoverPolicy): ReadRecord[] {
  checkRecord(check, "policy.primary", primary);
  checkRecord(check, "policy.secondary", secondary);
  const { target, healthCheck } = primary;
  const hasHealth = healthCheck !== undefined || (!("values" in target) && target.evaluateTargetHealth !== false);
  check(hasHealth, "policy.primary.healthCheck", "must be given, or the primary is always answered", healthCheck);
  const records = [
    { id: "primary", ...primary, routing: { failoverRoutingPolicies: [{ type: "PRIMARY" }] } },
    { id: "secondary", ...secondary, routing: { failoverRoutingPolicies: [{ type: "SECONDARY" }] } },
  ];
  checkAlike(check, records, "policy");
  return records;
}
