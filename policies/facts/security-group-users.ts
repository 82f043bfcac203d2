import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { beanstalkTypes, statedOption } from "./beanstalk-settings";
import { listed, poolOf } from "./id-lists";
import { type Kind, referred } from "./references";
import statedPlaces from "./security-group-places.json";
import { groupTypes } from "./security-group-rules";
import type { Group } from "./security-groups";
import { asList, at, UNKNOWN, type Unknown } from "./value";

/** The properties by which each type of the provider takes security groups. */
export const securityGroupPlaces: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(statedPlaces).map(([type, paths]) => [type, paths.split(" ")]),
);

const groupKind: Kind = { types: groupTypes, keys: ["id", "arn"] };
const clusterKind: Kind = { types: ["aws:eks/cluster:Cluster"], keys: ["id"] };

/** A resource that takes a security group for what it makes. */
export interface Attachment {
  readonly user: StackResource;
  /** The property by which it does: `networkConfiguration.securityGroups`. */
  readonly place: string;
  /** False where the property draws on several groups, and which ones it names is not known yet. */
  readonly isSure: boolean;
}

/** The resources of the stack that take a group. */
export function attachmentsOf(stack: Stack, { itself, id, members }: Group): readonly Attachment[] {
  const known = attachments(stack);
  const named = known.get(itself?.urn ?? id ?? "") ?? [];
  if (itself) return named;
  // EKS makes a group for a cluster and its nodes, which rules name as an output of the cluster.
  const clusters = members.flatMap(({ resource }) => referred(resource, "securityGroupId", clusterKind));
  const unnamed = [...new Set(clusters)].filter((cluster) => !named.some(({ user }) => user === cluster));
  return [...named, ...unnamed.map((user) => ({ user, place: "vpcConfig.clusterSecurityGroupId", isSure: true }))];
}

/** Asked for each group of a stack, so looked up once for all of them. */
const attachmentsIn = new WeakMap<Stack, Map<string, Attachment[]>>();

/** By the URN of a group, or by the id of one that the stack does not have. */
function attachments(stack: Stack): Map<string, Attachment[]> {
  const known = attachmentsIn.get(stack);
  if (known) return known;
  const index = new Map<string, Attachment[]>();
  attachmentsIn.set(stack, index);
  const add = (group: string, attachment: Attachment) => {
    const others = index.get(group);
    if (others) others.push(attachment);
    else index.set(group, [attachment]);
  };
  for (const user of stack.ofType(...securityGroupPlaces.keys(), ...beanstalkTypes)) {
    for (const { property, place, ids } of placesIn(user)) {
      const pool = poolOf(stack, user, property, ids, groupKind);
      const { sure, some, foreign } = listed(pool);
      for (const { urn } of sure) add(urn, { user, place, isSure: true });
      for (const id of foreign) add(id, { user, place, isSure: true });
      const possible = pool === UNKNOWN ? referred(user, property, groupKind) : some;
      for (const { urn } of possible) add(urn, { user, place, isSure: false });
    }
  }
  return index;
}

/** A top-level property that takes groups, with the ids in it; `UNKNOWN` when not even their number is known. */
interface Place {
  readonly property: string;
  readonly place: string;
  readonly ids: readonly unknown[] | Unknown;
}

function placesIn({ type, props }: StackResource): Place[] {
  if (beanstalkTypes.includes(type)) return [ofInstances(props)];
  const found = new Map<string, Place>();
  for (const place of securityGroupPlaces.get(type) ?? []) {
    const [property = place] = place.split(".");
    const ids = idsAt(props, place.split("."));
    const before = found.get(property);
    if (ids !== UNKNOWN && ids.length === 0) continue;
    // What several ways into one property name is looked up together: it refers to all of them.
    const all = before?.ids === UNKNOWN || ids === UNKNOWN ? UNKNOWN : [...(before?.ids ?? []), ...ids];
    found.set(property, { property, place: before?.place ?? place, ids: all });
  }
  return [...found.values()];
}

function idsAt(props: unknown, path: readonly string[]): unknown[] | Unknown {
  let here: unknown[] = [props];
  for (const step of path) {
    const lists = here.map((holder) => asList(at(holder, step)));
    if (lists.includes(UNKNOWN)) return UNKNOWN;
    here = lists.flatMap((list) => (list === UNKNOWN ? [] : list));
  }
  return here;
}

/**
 * The groups of an environment's instances. Its load balancer has options of its own.
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalinglaunchconfiguration
 */
const instanceGroups = { namespace: "aws:autoscaling:launchconfiguration", name: "SecurityGroups" };

function ofInstances(props: unknown): Place {
  const { settings, doubt } = statedOption(props, instanceGroups);
  const ids = settings.flatMap(({ value }): unknown[] => (typeof value === "string" ? value.split(/[\s,]+/) : [value]));
  return { property: "settings", place: "settings (SecurityGroups)", ids: doubt === undefined ? ids : UNKNOWN };
}
