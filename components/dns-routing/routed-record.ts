import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import { checkTarget, recordTypesOf, type Target } from "../dns-record/target";
import { type HealthCheckArgs, readHealthCheck } from "../health-check";
import type { HealthCheckRef } from "../health-check/health-check-ref";

/** One of the records between which Route 53 chooses. */
export interface RoutedRecord<To extends Target = Target> {
  /** What is answered: an AWS resource by alias, or values. */
  readonly target: To;
  /**
   * The health on which the answer depends: a `HealthCheck` that there is, or the arguments of one that is made with the
   * record. An alias depends on the health of its target as well.
   *
   * @default none: values are always answered
   */
  readonly healthCheck?: HealthCheckRef | HealthCheckArgs;
}

/** Records by an id of yours: it names the record for ever, so one comes and goes without touching another. */
export type RoutedRecords<Each extends RoutedRecord> = Readonly<Record<string, Each>>;

/** The inputs of a record that say when it is chosen. */
export type Routing = Pick<
  aws.route53.RecordArgs,
  | "weightedRoutingPolicies"
  | "failoverRoutingPolicies"
  | "latencyRoutingPolicies"
  | "geolocationRoutingPolicies"
  | "multivalueAnswerRoutingPolicy"
  | "geoproximityRoutingPolicy"
  | "cidrRoutingPolicy"
>;

/** A checked record: what it answers and when it is chosen. */
export interface ReadRecord extends RoutedRecord {
  /** Absent where there is one record alone. */
  readonly id?: string;
  readonly routing: Routing;
}

/**
 * The records of a set with how each is chosen.
 *
 * @param most how many there can be of one name and type, a quota of Route 53
 * @throws when there is none or too many, an id is malformed, or they differ in the types of records or the TTL
 */
export function readRecords<Each extends RoutedRecord>(
  check: ArgumentCheck,
  records: RoutedRecords<Each>,
  routingOf: (record: Each, id: string, at: string) => Routing,
  most = 100,
): ReadRecord[] {
  const entries = Object.entries(records);
  const ids = entries.map(([id]) => id);
  const isCount = entries.length >= 1 && entries.length <= most;
  check(isCount, "policy.records", `must hold 1 to ${most} records`, ids.length);
  const read = entries.map(([id, record]) => {
    const isId = /^[\w.-]{1,128}$/.test(id);
    check(isId, "policy.records", "must have ids of 1 to 128 letters, digits, dots, hyphens and underscores", id);
    const at = `policy.records.${id}`;
    checkRecord(check, at, record);
    return { id, target: record.target, healthCheck: record.healthCheck, routing: routingOf(record, id, at) };
  });
  checkAlike(check, read);
  return read;
}

/** @throws when the target or the health check of a record is malformed. */
export function checkRecord(check: ArgumentCheck, at: string, { target, healthCheck }: RoutedRecord): void {
  checkTarget(check, `${at}.target`, target);
  if (healthCheck && "type" in healthCheck) readHealthCheck(check, `${at}.healthCheck.`, healthCheck);
}

/** Seconds for which an answer is remembered: as long as a failed record may still be visited. */
export const routedTtlSeconds = 60;

/**
 * Records of one name are chosen between only if they are of one type, and a set that is remembered for different times
 * is not chosen from as it says. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
 */
export function checkAlike(
  check: ArgumentCheck,
  records: readonly { readonly id: string; readonly target: Target }[],
  at = "policy.records",
): void {
  const typesOf = ({ target }: { readonly target: Target }) => [...recordTypesOf(target)].sort().join(" and ");
  const [first, ...others] = records;
  if (!first) return;
  for (const other of others) {
    const requirement = `must be of the same types as that of "${first.id}" (${typesOf(first)})`;
    check(typesOf(other) === typesOf(first), `${at}.${other.id}.target`, requirement, typesOf(other));
  }
  const times = records.flatMap(({ id, target }) =>
    "values" in target ? [{ id, ttlSeconds: target.ttlSeconds ?? routedTtlSeconds }] : [],
  );
  for (const { id, ttlSeconds } of times) {
    const requirement = `must be that of "${times[0]?.id}" (${times[0]?.ttlSeconds})`;
    check(ttlSeconds === times[0]?.ttlSeconds, `${at}.${id}.target.ttlSeconds`, requirement, ttlSeconds);
  }
}

/** @throws when two records have the same key, such as a region: Route 53 could not choose between them. */
export function checkDistinct<Each>(
  check: ArgumentCheck,
  records: Readonly<Record<string, Each>>,
  property: string,
  keyOf: (record: Each) => string,
): void {
  const seen = new Map<string, string>();
  for (const [id, record] of Object.entries(records)) {
    const key = keyOf(record);
    const other = seen.get(key);
    check(other === undefined, `policy.records.${id}.${property}`, `must differ from that of "${other}"`, key);
    seen.set(key, id);
  }
}
