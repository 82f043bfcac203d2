import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { comesFromNetworks } from "./network-sources";
import { groupRuleTypes, groupTypes, propertyIn, type Traffic, type TrafficReader } from "./security-group-rules";
import { at } from "./value";

/** A security group with what it lets through, by the resource that states it. */
export interface Group {
  /** The group itself, where the stack has it. */
  readonly itself?: StackResource;
  /** The id by which rules name a group that the stack does not have. */
  readonly id?: string;
  readonly members: readonly Member[];
}

export interface Member {
  readonly resource: StackResource;
  readonly rules: readonly MemberTraffic[];
}

export interface MemberTraffic extends Traffic {
  /** The ways to peers that are not known yet, but come from networks of the stack: they are not the world. */
  readonly networkSources: readonly string[];
}

/** The groups of a stack, and those that its rules name: a rule of a group of which nothing is known stands alone. */
export function groupsOf(stack: Stack, trafficOf: TrafficReader): Group[] {
  const groups = new Map<string, { itself?: StackResource; id?: string; members: Member[] }>();
  const byId = new Map<unknown, StackResource>();
  for (const itself of stack.ofType(...groupTypes)) {
    groups.set(itself.urn, { itself, members: [] });
    const id = at(itself.props, "id");
    if (typeof id === "string") byId.set(id, itself);
  }
  for (const resource of stack.ofType(...groupRuleTypes)) {
    const stated = at(resource.props, "securityGroupId");
    const id = typeof stated === "string" ? stated : undefined;
    const [referred] = resource.references("securityGroupId").filter(({ urn }) => groups.has(urn));
    const itself = byId.get(id) ?? referred;
    const key = itself?.urn ?? id ?? resource.urn;
    const group = groups.get(key) ?? { id, members: [] };
    group.members.push({ resource, rules: rulesOf(resource, trafficOf) });
    groups.set(key, group);
  }
  for (const { itself, members } of groups.values()) {
    if (itself) members.unshift({ resource: itself, rules: withoutRepeats(rulesOf(itself, trafficOf), members) });
  }
  return [...groups.values()];
}

/** What a resource lets through, with what its references tell of peers that are not known yet. */
function rulesOf(resource: StackResource, trafficOf: TrafficReader): MemberTraffic[] {
  return trafficOf(resource).rules.map((rule) => {
    const isOfNetwork = (path: string) => comesFromNetworks(resource, propertyIn(path));
    const networkSources = rule.unknownSources.filter(isOfNetwork);
    return { ...rule, networkSources, unknownSources: rule.unknownSources.filter((path) => !isOfNetwork(path)) };
  });
}

/** The outputs of a group repeat, under `ingress`, what rule resources have added to it: that is theirs, not its own. */
function withoutRepeats(inline: readonly MemberTraffic[], members: readonly Member[]): MemberTraffic[] {
  const key = ({ protocol, from, to }: Traffic, cidr: string) =>
    JSON.stringify(protocol === "all" ? [protocol, cidr] : [String(protocol), String(from), String(to), cidr]);
  const elsewhere = new Set(
    members.flatMap(({ rules }) => rules).flatMap((rule) => rule.cidrs.map((cidr) => key(rule, cidr))),
  );
  return inline.map((rule) => ({ ...rule, cidrs: rule.cidrs.filter((cidr) => !elsewhere.has(key(rule, cidr))) }));
}
