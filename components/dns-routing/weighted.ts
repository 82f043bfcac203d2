import type { ArgumentCheck } from "../argument-checks";
import { type ReadRecord, type RoutedRecord, type RoutedRecords, readRecords } from "./routed-record";

/** Answers in proportion to weights: 80 and 20 send every fifth visitor to the second. */
export interface WeightedPolicy {
  readonly type: "weighted";
  readonly records: RoutedRecords<WeightedRecord>;
}

export interface WeightedRecord extends RoutedRecord {
  /** 0–255; 0 is answered only when no other is healthy. */
  readonly weight: number;
}

/** With every weight 0, Route 53 would answer all alike: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html */
export function readWeighted(check: ArgumentCheck, { records }: WeightedPolicy): ReadRecord[] {
  const read = readRecords(check, records, ({ weight }, _, at) => {
    const isWeight = Number.isInteger(weight) && weight >= 0 && weight <= 255;
    check(isWeight, `${at}.weight`, "must be a whole number between 0 and 255", weight);
    return { weightedRoutingPolicies: [{ weight }] };
  });
  const weights = Object.values(records).map(({ weight }) => weight);
  const isSome = weights.some((weight) => weight > 0);
  check(isSome, "policy.records", "must have one record or more with a weight above 0", weights);
  return read;
}
