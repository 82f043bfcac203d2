import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { clusterInstanceType, clusterType } from "./databases";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { asNumber, asText, at, UNKNOWN, type Unknown } from "./value";

const clusterKind: Kind = { types: [clusterType], keys: ["clusterIdentifier", "id"] };
const targetType = "aws:appautoscaling/target:Target";

/** What a cluster of Aurora runs on. */
export interface ClusterMembers {
  readonly instances: readonly StackResource[];
  /** How many readers Aurora's own scaling keeps at least, beside those that the stack makes. */
  readonly scaledReaders: number | Unknown;
}

/** The instances of each cluster that has any in the stack. */
export function clusterMembers(stack: Stack): ReadonlyMap<StackResource, ClusterMembers> {
  const instances = new Map<StackResource, StackResource[]>();
  for (const instance of stack.ofType(clusterInstanceType)) {
    const [cluster] = named(stack, instance, "clusterIdentifier", at(instance.props, "clusterIdentifier"), clusterKind);
    if (!cluster) continue;
    const others = instances.get(cluster);
    if (others) others.push(instance);
    else instances.set(cluster, [instance]);
  }
  const readers = scaledReaders(stack);
  return new Map(
    [...instances].map(([cluster, list]) => [cluster, { instances: list, scaledReaders: readers.get(cluster) ?? 0 }]),
  );
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html */
function scaledReaders(stack: Stack): ReadonlyMap<StackResource, number | Unknown> {
  return new Map(
    stack.ofType(targetType).flatMap((target): [StackResource, number | Unknown][] => {
      const dimension = at(target.props, "scalableDimension");
      if (dimension !== "rds:cluster:ReadReplicaCount" && dimension !== UNKNOWN) return [];
      const id = asText(at(target.props, "resourceId"));
      const name = typeof id === "string" ? id.replace(/^cluster:/, "") : id;
      const [cluster] = named(stack, target, "resourceId", name, clusterKind);
      return cluster ? [[cluster, asNumber(at(target.props, "minCapacity")) ?? 0]] : [];
    }),
  );
}

/** The zone of an instance, where the program says it or a state knows it. */
export function memberZone(instance: StackResource): string | undefined {
  const zone = asText(at(stated(instance).props, "availabilityZone"));
  return zone === UNKNOWN ? undefined : zone;
}
