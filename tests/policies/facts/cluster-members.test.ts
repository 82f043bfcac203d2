import assert from "node:assert/strict";
import { clusterMembers, memberZone } from "../../../policies/facts/cluster-members";
import { clusterInstanceType, clusterType, instanceType, isReplica } from "../../../policies/facts/databases";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const cluster = fake(clusterType, "orders", { clusterIdentifier: "orders" });
const readers = (name: string, props: object) =>
  fake("aws:appautoscaling/target:Target", name, { scalableDimension: "rds:cluster:ReadReplicaCount", ...props });

describe("clusterMembers", () => {
  it("are the instances that name a cluster, by its name or by what they refer to", () => {
    const byName = fake(clusterInstanceType, "a", { clusterIdentifier: "orders" });
    const byReference = fake(
      clusterInstanceType,
      "b",
      { clusterIdentifier: UNKNOWN },
      { clusterIdentifier: [cluster] },
    );
    const foreign = fake(clusterInstanceType, "c", { clusterIdentifier: "elsewhere" });
    const found = clusterMembers(fakeStack(cluster, byName, byReference, foreign));
    assert.deepEqual([...found.keys()], [cluster]);
    assert.deepEqual(found.get(cluster), { instances: [byName, byReference], scaledReaders: 0 });
  });

  it("are joined by the readers that scaling keeps", () => {
    const writer = fake(clusterInstanceType, "a", { clusterIdentifier: "orders" });
    const least = (target: ReturnType<typeof fake>) =>
      clusterMembers(fakeStack(cluster, writer, target)).get(cluster)?.scaledReaders;
    assert.equal(least(readers("t", { resourceId: "cluster:orders", minCapacity: "2" })), 2);
    assert.equal(least(readers("t", { resourceId: "cluster:orders", minCapacity: UNKNOWN })), UNKNOWN);
    assert.equal(least(readers("t", { resourceId: "cluster:users", minCapacity: 2 })), 0);
    const other = { scalableDimension: "ecs:service:DesiredCount", resourceId: "cluster:orders", minCapacity: 2 };
    assert.equal(least(readers("t", other)), 0);
  });
});

describe("memberZone", () => {
  it("is the zone that the program names", () => {
    assert.equal(memberZone(fake(clusterInstanceType, "a", { availabilityZone: "eu-west-1a" })), "eu-west-1a");
    assert.equal(memberZone(fake(clusterInstanceType, "a", { availabilityZone: UNKNOWN })), undefined);
  });
});

describe("isReplica", () => {
  it("is true of an instance that names its source, known or not", () => {
    const of = (props: object, type = instanceType) => isReplica(fake(type, "db", { ...props }));
    assert.deepEqual(
      [of({ replicateSourceDb: "orders" }), of({ replicateSourceDb: UNKNOWN }), of({ replicateSourceDb: "" }), of({})],
      [true, true, false, false],
    );
    assert.equal(of({ replicateSourceDb: "orders" }, clusterType), false);
  });
});
