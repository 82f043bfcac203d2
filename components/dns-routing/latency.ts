import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";
import { checkDistinct, type ReadRecord, type RoutedRecord, type RoutedRecords, readRecords } from "./routed-record";

/** Answers the record in whose region the visitor is served soonest. */
export interface LatencyPolicy {
  readonly type: "latency";
  readonly records: RoutedRecords<LatencyRecord>;
}

export interface LatencyRecord extends RoutedRecord {
  /** The AWS region of the target, one record each. */
  readonly region: string;
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html */
export function readLatency(check: ArgumentCheck, { records }: LatencyPolicy): ReadRecord[] {
  const read = readRecords(check, records, ({ region }, _, at) => {
    check(isRegion(region), `${at}.region`, 'must be a region such as "eu-west-1"', region);
    return { latencyRoutingPolicies: [{ region }] };
  });
  checkDistinct(check, records, "region", ({ region }) => region);
  return read;
}
