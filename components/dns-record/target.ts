import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkZoneId } from "../hosted-zone/zone-id";
import { formOf, type ValueRecordType } from "./values";

/** What a name leads to: a load balancer or another AWS resource by alias, or values of your own. */
export type Target = AliasTarget | ValueTarget;

/** An AWS resource with a name in AWS's own zones. A `WebTier` is one. */
export interface AliasTarget {
  /** Its DNS name. */
  readonly dnsName: pulumi.Input<string>;
  /** The id of the hosted zone of its DNS name. */
  readonly zoneId: pulumi.Input<string>;
  /** The records that lead to it; `HTTPS` tells clients of CloudFront's HTTP/3. @default ["A", "AAAA"] */
  readonly recordTypes?: readonly AliasRecordType[];
  /**
   * Whether its own health decides if it is answered. CloudFront takes no such question: say false there.
   * https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
   *
   * @default true
   */
  readonly evaluateTargetHealth?: boolean;
}

export type AliasRecordType = "A" | "AAAA" | "HTTPS";

/** Plain values. */
export interface ValueTarget {
  /** The type of the record. */
  readonly recordType: ValueRecordType;
  /** The values of the record, at least one; a CNAME has exactly one. */
  readonly values: readonly pulumi.Input<string>[];
  /** Seconds for which an answer may be remembered, 0–2147483647. @default 300; 60 where Route 53 chooses between records */
  readonly ttlSeconds?: number;
}

/** The zone of all of CloudFront's names: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const cloudFrontZoneId = "Z2FDTNDATAQYW2";

/** The inputs of a record that say what is answered. */
type Answer = Pick<aws.route53.RecordArgs, "type" | "records" | "ttl" | "aliases">;

/** The types of record that lead to a target. */
export function recordTypesOf(target: Target): readonly string[] {
  return "values" in target ? [target.recordType] : (target.recordTypes ?? ["A", "AAAA"]);
}

/** @throws when a value or type is missing, said twice or malformed, a CNAME has several, or the TTL is out of range. */
export function checkTarget(check: ArgumentCheck, argument: string, target: Target): void {
  if ("values" in target) checkValues(check, argument, target);
  else {
    const types = recordTypesOf(target);
    const isSet = types.length > 0 && new Set(types).size === types.length;
    check(isSet, `${argument}.recordTypes`, "must name A, AAAA or HTTPS, each at most once", types);
    const { zoneId, evaluateTargetHealth } = target;
    checkZoneId(check, `${argument}.zoneId`, zoneId);
    const isAsked = zoneId !== cloudFrontZoneId || evaluateTargetHealth === false;
    check(isAsked, `${argument}.evaluateTargetHealth`, "must be false for CloudFront", evaluateTargetHealth);
  }
}

function checkValues(check: ArgumentCheck, argument: string, { recordType, values, ttlSeconds = 300 }: ValueTarget) {
  const { isValue, requirement, single = false } = formOf(recordType);
  check(values.length > 0, `${argument}.values`, "must hold at least one value", values);
  const isSingle = !single || values.length === 1;
  check(isSingle, `${argument}.values`, `must hold exactly one value for a ${recordType}`, values);
  const written = values.filter((value) => typeof value === "string");
  const repeated = written.find((value, index) => written.indexOf(value) < index);
  check(repeated === undefined, `${argument}.values`, "must not repeat a value", repeated);
  const malformed = written.find((value) => !isValue(value));
  check(malformed === undefined, `${argument}.values`, `of type ${recordType} must be ${requirement}`, malformed);
  const isTtl = Number.isInteger(ttlSeconds) && ttlSeconds >= 0 && ttlSeconds <= 2147483647;
  const range = "must be a whole number of seconds between 0 and 2147483647";
  check(isTtl, `${argument}.ttlSeconds`, range, ttlSeconds);
}

/** The inputs by which a name leads to a target: for each type of record. */
function answersOf(target: Target, ttlSeconds: number): Answer[] {
  if ("values" in target) {
    return [{ type: target.recordType, records: [...target.values], ttl: target.ttlSeconds ?? ttlSeconds }];
  }
  const { dnsName, zoneId, evaluateTargetHealth = true } = target;
  const aliases = [{ name: dnsName, zoneId, evaluateTargetHealth }];
  return recordTypesOf(target).map((type) => ({ type, aliases }));
}

/**
 * The records that lead a name to a target, each called after its type.
 *
 * @param ttlSeconds of values that say none
 */
export function targetRecords(
  name: string,
  place: Omit<aws.route53.RecordArgs, keyof Answer>,
  target: Target,
  ttlSeconds: number,
  parent: pulumi.Resource,
): aws.route53.Record[] {
  return answersOf(target, ttlSeconds).map(
    (answer) =>
      new aws.route53.Record(`${name}-${String(answer.type).toLowerCase()}`, { ...place, ...answer }, { parent }),
  );
}
