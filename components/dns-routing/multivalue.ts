import type { ArgumentCheck } from "../argument-checks";
import type { ValueTarget } from "../dns-record/target";
import { type ReadRecord, type RoutedRecord, type RoutedRecords, readRecords } from "./routed-record";

/** Answers up to eight records that are healthy, in turn: a visitor tries the next when one fails. */
export interface MultivaluePolicy {
  readonly type: "multivalue";
  /** Each with one value, so that each has a health of its own. */
  readonly records: RoutedRecords<RoutedRecord<ValueTarget>>;
}

/** Neither aliases nor CNAMEs can be answered together: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-multivalue.html */
export function readMultivalue(check: ArgumentCheck, { records }: MultivaluePolicy): ReadRecord[] {
  for (const [id, { target }] of Object.entries(records)) {
    const at = `policy.records.${id}.target`;
    check("values" in target, at, "must be values: an alias cannot be one of several answers", target);
    const { recordType, values } = target;
    const isPlural = recordType !== "CNAME" && recordType !== "NS";
    check(isPlural, `${at}.recordType`, "must not be CNAME or NS, which cannot be one of several answers", recordType);
    check(values.length === 1, `${at}.values`, "must hold exactly one value, as each has its own health", values);
  }
  return readRecords(check, records, () => ({ multivalueAnswerRoutingPolicy: true }));
}
