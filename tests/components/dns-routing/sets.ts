import fc from "fast-check";
import { DnsRouting } from "../../../components/dns-routing";
import type { RoutingPolicy } from "../../../components/dns-routing/policy";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

/** Plans a set for `www.example.com`. */
export function planned(policy: RoutingPolicy, name = "www"): Promise<Plan> {
  return record(() => new DnsRouting(name, { zoneId: "Z123", domainName: "www.example.com", policy }));
}

/** A target with an address of its own. */
export const at = (last: number) => ({ recordType: "A", values: [`192.0.2.${last}`] }) as const;

/** A load balancer. */
export const balancer = (name: string) => ({
  dnsName: `${name}.eu-west-1.elb.amazonaws.com`,
  zoneId: "Z32O12XQLNTSW2",
});

const anyId = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
const regions = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2", "sa-east-1"];
const places = [
  { continent: "EU" },
  { continent: "NA" },
  { continent: "AS" },
  { country: "DE" },
  { country: "US" },
  { country: "US", subdivision: "CA" },
  { country: "US", subdivision: "NY" },
] as const;
const blocks = ["10.0.0.0/8", "192.0.2.0/24", "198.51.100.0/24", "172.16.0.0/12", "2001:db8::/32", "2001:db9::/48"];

/** Records by random ids, made of as many different values as there are ids. */
function keyed<Value, Each>(values: fc.Arbitrary<readonly Value[]>, recordOf: (value: Value, index: number) => Each) {
  return values.chain((list) =>
    fc
      .uniqueArray(anyId, { minLength: list.length, maxLength: list.length })
      .map(
        (ids): Record<string, Each> =>
          Object.fromEntries(ids.map((id, index) => [id, recordOf(list[index] as Value, index)])),
      ),
  );
}

/** Weights of which one at least is above 0. */
export const anyWeighted = keyed(
  fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 6 })
    .filter((all) => all.some((one) => one > 0)),
  (weight, index) => ({ weight, target: at(index) }),
).map((records) => ({ type: "weighted" as const, records }));

export const anyLatency = keyed(fc.shuffledSubarray(regions, { minLength: 1 }), (region, index) => ({
  region,
  target: at(index),
})).map((records) => ({ type: "latency" as const, records }));

/** Places with `"*"` among them, each with a health of its own. */
export const anyGeolocation = keyed(
  fc.shuffledSubarray([...places]).map((some) => [...some, "*" as const]),
  (location, index) => ({ location, target: at(index), healthCheck: { healthCheckId: `health-${index}` } }),
).map((records) => ({ type: "geolocation" as const, records }));

export const anyMultivalue = keyed(fc.array(fc.constant(0), { minLength: 1, maxLength: 12 }), (_, index) => ({
  target: at(index),
  healthCheck: { healthCheckId: `health-${index}` },
})).map((records) => ({ type: "multivalue" as const, records }));

export const anyGeoproximity = keyed(
  fc
    .tuple(fc.shuffledSubarray(regions, { minLength: 1 }), fc.integer({ min: -99, max: 99 }))
    .map(([some, bias]) => some.map((region) => ({ region, bias }))),
  ({ region, bias }, index) => ({ location: { region }, bias, target: at(index) }),
).map((records) => ({ type: "geoproximity" as const, records }));

/** Blocks that do not overlap, and `"*"`. */
export const anyIpBased = keyed(
  fc.shuffledSubarray(blocks).map((some) => [...some.map((block) => [block]), "*" as const]),
  (own, index) => ({ blocks: own, target: at(index) }),
).map((records) => ({ type: "ipBased" as const, records }));

/** A set of any policy whose records have ids. */
export const anySet = fc.oneof(anyWeighted, anyLatency, anyGeolocation, anyMultivalue, anyGeoproximity, anyIpBased);
