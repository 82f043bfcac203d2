import { contains, ipRange } from "../../../components/ip-range";
import type { JsonObject, Plan, PlannedResource } from "../../../planner/plan";

/** Who asks, from where, and what is healthy while they do. */
export interface Question {
  readonly type: string;
  /** Where between 0 and 1 the dice of weighted records fall. */
  readonly dice?: number;
  /** Where the visitor is, as far as it is known. */
  readonly place?: { readonly continent?: string; readonly country?: string; readonly subdivision?: string };
  readonly address?: string;
  /** Milliseconds to a region, or kilometres to a location. */
  readonly distance?: (place: string) => number;
  /** Whether a health check, or the target of an alias, is healthy. @default all are */
  readonly isHealthy?: (what: string) => boolean;
}

/**
 * The records of a plan with which Route 53 would answer, as its guide says it chooses.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
export function answer(plan: Plan, question: Question): PlannedResource[] {
  const records = plan.ofType("aws:route53/record:Record").filter(({ inputs }) => inputs.type === question.type);
  const healthy = records.filter(({ inputs }) => isHealthy(inputs, question));
  const [first] = records;
  if (!first) return [];
  const has = (policy: string) => first.inputs[policy] !== undefined;
  // Where none is healthy, all count as if they were.
  const candidates = healthy.length > 0 ? healthy : records;
  if (has("weightedRoutingPolicies")) return some(byWeight(candidates, question.dice ?? 0));
  if (has("failoverRoutingPolicies")) return some(byHealth(records, healthy));
  if (has("latencyRoutingPolicies")) return some(nearest(candidates, ({ inputs }) => latency(inputs, question)));
  if (has("geoproximityRoutingPolicy")) return some(nearest(candidates, ({ inputs }) => biased(inputs, question)));
  // The same holds for those alone that are for this visitor.
  const forVisitor = (choose: (among: readonly PlannedResource[]) => PlannedResource | undefined) =>
    some(choose(healthy) ?? choose(records));
  if (has("geolocationRoutingPolicies")) return forVisitor((among) => byPlace(among, question));
  if (has("cidrRoutingPolicy")) return forVisitor((among) => byAddress(plan, among, question));
  if (has("multivalueAnswerRoutingPolicy")) return candidates.slice(0, 8);
  return [first];
}

function isHealthy(inputs: JsonObject, { isHealthy = () => true }: Question): boolean {
  const [alias] = list(inputs.aliases);
  const follows = [inputs.healthCheckId, alias?.evaluateTargetHealth === true ? alias.name : undefined];
  return follows.every((what) => typeof what !== "string" || isHealthy(what));
}

function byWeight(records: readonly PlannedResource[], dice: number): PlannedResource | undefined {
  const weightOf = ({ inputs }: PlannedResource) => Number(list(inputs.weightedRoutingPolicies)[0]?.weight);
  const sum = records.reduce((total, record) => total + weightOf(record), 0);
  // Records of weight 0 are for when no other is healthy.
  if (sum === 0) return records[Math.floor(dice * records.length)];
  let passed = 0;
  return records.find((record) => {
    passed += weightOf(record);
    return dice * sum < passed;
  });
}

function byHealth(records: readonly PlannedResource[], healthy: readonly PlannedResource[]) {
  const of = (type: string) => (record: PlannedResource) =>
    list(record.inputs.failoverRoutingPolicies)[0]?.type === type;
  return healthy.find(of("PRIMARY")) ?? healthy.find(of("SECONDARY")) ?? records.find(of("PRIMARY"));
}

function nearest(records: readonly PlannedResource[], distance: (record: PlannedResource) => number) {
  return [...records].sort((one, other) => distance(one) - distance(other))[0];
}

function latency(inputs: JsonObject, { distance = () => 0 }: Question): number {
  return distance(String(list(inputs.latencyRoutingPolicies)[0]?.region));
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geoproximity.html */
function biased(inputs: JsonObject, { distance = () => 0 }: Question): number {
  const { bias, awsRegion, localZoneGroup, coordinates } = Object(inputs.geoproximityRoutingPolicy);
  const far = distance(awsRegion ?? localZoneGroup ?? Object.values(coordinates[0]).join(", "));
  return bias >= 0 ? far * (1 - bias / 100) : far / (1 + bias / 100);
}

function byPlace(records: readonly PlannedResource[], { place = {} }: Question): PlannedResource | undefined {
  const { continent, country, subdivision } = place;
  const at = (wanted: JsonObject) =>
    records.find(({ inputs }) => {
      const here = list(inputs.geolocationRoutingPolicies)[0] ?? {};
      return JSON.stringify(here) === JSON.stringify(wanted);
    });
  return (
    (country && subdivision ? at({ country, subdivision }) : undefined) ??
    (country ? at({ country }) : undefined) ??
    (continent ? at({ continent }) : undefined) ??
    at({ country: "*" })
  );
}

function byAddress(plan: Plan, records: readonly PlannedResource[], { address = "" }: Question) {
  const client = ipRange(`${address}/${address.includes(":") ? 128 : 32}`);
  const holds = (block: unknown) => {
    const range = ipRange(String(block));
    return range !== undefined && client !== undefined && contains(range, client);
  };
  const locations = plan.ofType("aws:route53/cidrLocation:CidrLocation");
  const here = locations.find(({ inputs }) => Array.isArray(inputs.cidrBlocks) && inputs.cidrBlocks.some(holds));
  const named = (name: unknown) => records.find(({ inputs }) => Object(inputs.cidrRoutingPolicy).locationName === name);
  return named(here?.inputs.name) ?? named("*");
}

function some(record: PlannedResource | undefined): PlannedResource[] {
  return record ? [record] : [];
}

function list(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value : [];
}
