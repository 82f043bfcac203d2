import type { Resource } from "../resource";
import { recordType } from "./dns-records";
import { membersOf, type Place, written } from "./property-paths";
import { asBoolean, asList, asText, at, type Fact, UNKNOWN } from "./value";

export const exclusiveType = "aws:route53/recordsExclusive:RecordsExclusive";

/** The types that hold records of Route 53: one each, or all of a zone. */
export const recordSetTypes: readonly string[] = [recordType, exclusiveType];

/** By what Route 53 chooses between records of one name, where nobody is told by where he is. */
export type Routing = "failover" | "weighted" | "latency" | "multivalue";

/** One record, as both types say it. */
export interface RecordSet {
  /** Where it is in its resource; empty for a resource that is one record. */
  readonly place: Place;
  readonly name: Fact<string>;
  readonly type: Fact<string>;
  readonly setIdentifier: Fact<string>;
  readonly healthCheckId: Fact<string>;
  /** None for a record that has no such policy, or one by place. */
  readonly routing: Fact<Routing>;
  /** `PRIMARY` or `SECONDARY` of a failover. */
  readonly role: Fact<string>;
  /** Of a weighted record, 0 to 255. */
  readonly weight: unknown;
  /** What an alias leads to. */
  readonly alias: { readonly name: Fact<string>; readonly evaluateTargetHealth: Fact<boolean> } | undefined;
  /** What a record that is no alias answers. */
  readonly values: readonly unknown[];
}

export interface RecordSets {
  readonly sets: readonly RecordSet[];
  /** The lists that are not known yet, as a message names them. */
  readonly unknownLists: readonly string[];
}

export function recordSetsOf({ type, props }: Pick<Resource, "type" | "props">): RecordSets {
  if (type === recordType) return { sets: [ofRecord(props)], unknownLists: [] };
  const { members, unknownLists } = membersOf(props, [], "resourceRecordSets");
  return { sets: members.map(({ value, place }) => ofSet(value, place)), unknownLists };
}

/** As a message names a record that is one of several in its resource: `resourceRecordSets[0]`. */
export function placeOf({ place: [first, ...rest] }: RecordSet): string | undefined {
  return first === undefined ? undefined : written([first, ...rest]);
}

function ofRecord(record: unknown): RecordSet {
  const policies: Record<Routing, unknown> = {
    failover: first(record, "failoverRoutingPolicies"),
    weighted: first(record, "weightedRoutingPolicies"),
    latency: first(record, "latencyRoutingPolicies"),
    multivalue: asBoolean(at(record, "multivalueAnswerRoutingPolicy")) || undefined,
  };
  const alias = first(record, "aliases");
  return {
    ...shared(record, []),
    routing: routingOf(policies),
    role: asText(at(policies.failover, "type")),
    weight: at(policies.weighted, "weight"),
    alias:
      alias === undefined ? undefined : { name: asText(at(alias, "name")), evaluateTargetHealth: evaluates(alias) },
    values: listed(at(record, "records")),
  };
}

function ofSet(set: unknown, place: Place): RecordSet {
  const role = asText(at(set, "failover"));
  const weight = at(set, "weight");
  const alias = at(set, "aliasTarget");
  const values = listed(at(set, "resourceRecords"));
  return {
    ...shared(set, place),
    routing: routingOf({
      failover: role,
      weighted: weight,
      latency: asText(at(set, "region")),
      multivalue: asBoolean(at(set, "multiValueAnswer")) || undefined,
    }),
    role,
    weight,
    alias:
      alias === undefined ? undefined : { name: asText(at(alias, "dnsName")), evaluateTargetHealth: evaluates(alias) },
    values: values.map((value) => (value === UNKNOWN ? UNKNOWN : at(value, "value"))),
  };
}

function shared(
  record: unknown,
  place: Place,
): Pick<RecordSet, "place" | "name" | "type" | "setIdentifier" | "healthCheckId"> {
  return {
    place,
    name: asText(at(record, "name")),
    type: asText(at(record, "type")),
    setIdentifier: asText(at(record, "setIdentifier")),
    healthCheckId: asText(at(record, "healthCheckId")),
  };
}

/** Of a policy that is stated its values may not be known; whether one is stated may not be known either. */
function routingOf(policies: Readonly<Record<Routing, unknown>>): Fact<Routing> {
  const stated = (Object.keys(policies) as Routing[]).filter((routing) => isSaid(policies[routing]));
  const sure = stated.find((routing) => policies[routing] !== UNKNOWN);
  return sure ?? (stated.length > 0 ? UNKNOWN : undefined);
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== "";
}

function evaluates(alias: unknown): Fact<boolean> {
  return asBoolean(at(alias, "evaluateTargetHealth"));
}

function first(record: unknown, property: string): unknown {
  const list = asList(at(record, property));
  return list === UNKNOWN ? UNKNOWN : (list[0] ?? undefined);
}

function listed(value: unknown): readonly unknown[] {
  const list = asList(value);
  return list === UNKNOWN ? [UNKNOWN] : list;
}
