import assert from "node:assert/strict";
import fc from "fast-check";
import { UNKNOWN } from "../../../policies/facts/value";
import { groupPlaces, loadBalancerPlaces, spreadInStack, spreadOf, zonesOf } from "../../../policies/facts/zones";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const subnet = (name: string, zone?: string, zoneId?: string) =>
  fake("aws:ec2/subnet:Subnet", name, { id: `subnet-${name}`, availabilityZone: zone, availabilityZoneId: zoneId });
const vpc = fake("aws:ec2/vpc:Vpc", "main", {});

/** The subnets of a network over three zones, two in each. */
const six = ["a", "b", "c"].flatMap((zone) => [
  subnet(`public-${zone}`, `eu-west-1${zone}`),
  subnet(`private-${zone}`, `eu-west-1${zone}`),
]);

function groupSpread(ids: unknown, references: StackResource[], others: StackResource[] = []): [number, number] {
  const group = fake(
    "aws:autoscaling/group:Group",
    "web",
    { vpcZoneIdentifiers: ids },
    { vpcZoneIdentifiers: references },
  );
  const { atLeast, atMost } = spreadInStack(fakeStack(group, ...references, ...others), group, groupPlaces);
  return [atLeast, atMost];
}

describe("the zones of subnets", () => {
  it("are bounded as tightly as counting every possibility does", () => {
    const zone = fc.constantFrom("a", "b", "c", undefined);
    fc.assert(
      fc.property(fc.array(zone, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }), (zones, count) => {
        const pool = zones.map((name, index) => subnet(String(index), name));
        const { atLeast, atMost } = spreadOf(pool, "it", count);
        assert.deepEqual([atLeast, atMost], bounds(zones, count));
      }),
      { numRuns: 300 },
    );
  });

  it("are those of the subnets that a wholly unknown list refers to", () => {
    assert.deepEqual(groupSpread(UNKNOWN, six.slice(0, 4)), [2, 2]);
    assert.deepEqual(groupSpread(UNKNOWN, six.slice(0, 2)), [1, 1]);
  });

  it("are open when an unknown list also refers to something else, as the outputs of a remote component do", () => {
    assert.deepEqual(groupSpread(UNKNOWN, [...six, vpc]), [0, Number.POSITIVE_INFINITY]);
  });

  it("are at least two for three unknown subnets out of two in each of three zones, but not for two", () => {
    assert.deepEqual(groupSpread([UNKNOWN, UNKNOWN, UNKNOWN], [...six, vpc]), [2, 3]);
    assert.deepEqual(groupSpread([UNKNOWN, UNKNOWN], [...six, vpc]), [1, 2]);
  });

  it("are found by id where a state knows the ids", () => {
    assert.deepEqual(groupSpread(["subnet-public-a", "subnet-public-b"], [], six), [2, 2]);
    assert.deepEqual(groupSpread(["subnet-public-a", "subnet-private-a"], [], six), [1, 1]);
  });

  it("are not known for ids that are written by hand, each of which is still another subnet", () => {
    assert.deepEqual(groupSpread(["subnet-public-a", "subnet-elsewhere"], [], six), [1, 2]);
    assert.deepEqual(groupSpread(["subnet-x", "subnet-y", "subnet-z"], []), [1, 3]);
  });

  it("are compared by id when that is what more subnets state", () => {
    const byId = [subnet("a", undefined, "euw1-az1"), subnet("b", undefined, "euw1-az2")];
    assert.deepEqual(groupSpread(UNKNOWN, byId), [2, 2]);
    assert.deepEqual(groupSpread(UNKNOWN, [...byId, subnet("c", "eu-west-1c")]), [2, 3]);
  });

  it("are not hidden by the addresses of a subnet mapping", () => {
    const address = fake("aws:ec2/eip:Eip", "address", {});
    const balancer = fake(
      "aws:lb/loadBalancer:LoadBalancer",
      "edge",
      { subnetMappings: UNKNOWN },
      { subnetMappings: [...six.slice(0, 3), address] },
    );
    const { atLeast, atMost, says } = spreadInStack(fakeStack(balancer, ...six), balancer, loadBalancerPlaces);
    assert.deepEqual([atLeast, atMost], [2, 2]);
    assert.equal(says, "subnetMappings covers only eu-west-1a, eu-west-1b");
  });
});

describe("the names of a resource's zones", () => {
  const zones = (props: Record<string, unknown>, references: StackResource[] = []) => {
    const group = fake("aws:autoscaling/group:Group", "web", props, { vpcZoneIdentifiers: references });
    return zonesOf(fakeStack(group, ...six), group, groupPlaces);
  };

  it("are those that it states, or of the subnets that it names", () => {
    assert.deepEqual(zones({ availabilityZones: ["b", "a", "b"] }), { names: ["a", "b"], areAll: true });
    const ids = ["subnet-public-a", "subnet-private-a"];
    assert.deepEqual(zones({ vpcZoneIdentifiers: ids }), { names: ["eu-west-1a"], areAll: true });
    const preview = { availabilityZones: UNKNOWN, vpcZoneIdentifiers: UNKNOWN };
    assert.deepEqual(zones(preview, six.slice(0, 3)), { names: ["eu-west-1a", "eu-west-1b"], areAll: true });
  });

  it("are not all known where a subnet is not", () => {
    const foreign = { vpcZoneIdentifiers: ["subnet-public-a", "subnet-elsewhere"] };
    assert.deepEqual(zones(foreign), { names: ["eu-west-1a"], areAll: false });
    assert.deepEqual(zones({ vpcZoneIdentifiers: [UNKNOWN] }, six), { names: [], areAll: false });
    assert.deepEqual(zones({}), { names: [], areAll: false });
  });
});

/** The fewest and the most zones that some `count` subnets of a pool can lie in, by trying all. */
function bounds(zones: (string | undefined)[], count: number): [number, number] {
  const padded = [...zones, ...Array.from({ length: Math.max(0, count - zones.length) }, () => undefined)];
  const sizes = selections(padded, count).flatMap((chosen) => placements(chosen).map((placed) => new Set(placed).size));
  return [Math.min(...sizes), Math.max(...sizes)];
}

function selections<T>(pool: T[], count: number): T[][] {
  if (count === 0) return [[]];
  return pool.flatMap((member, index) => selections(pool.slice(index + 1), count - 1).map((rest) => [member, ...rest]));
}

function placements(chosen: (string | undefined)[]): string[][] {
  return chosen.reduce<string[][]>(
    (sofar, zone, index) => {
      // An unknown zone is one of the known ones, a new one that others share, or one of its own.
      const choices = zone === undefined ? ["a", "b", "c", "shared", `own-${index}`] : [zone];
      return sofar.flatMap((placed) => choices.map((choice) => [...placed, choice]));
    },
    [[]],
  );
}
