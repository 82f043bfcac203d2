import type { StackResource } from "../resource";
import type { Stack, StackCheck } from "../rule";
import { groupRuleTypes, groupTypes, type Ingress, ingressOf } from "./ingress";
import { prefixListOf } from "./prefix-lists";
import { denyEach, doubtIn, type Limits, type Opening, openingsIn, type Target } from "./public-ports";
import { at, UNKNOWN } from "./value";

/** A security group's ingress, by the resource that states it. */
interface Group {
  /** The group itself, where the stack has it. */
  readonly itself?: StackResource;
  readonly members: readonly Member[];
}

interface Member {
  readonly resource: StackResource;
  readonly rules: readonly Ingress[];
}

/**
 * Says what is open to the world only when resources are seen together: by the entries of a prefix list, or by several
 * rules of a group. What `judgeAlone` says of a resource is not said again.
 */
export function judgeTogether(
  { stack, on }: Pick<StackCheck, "stack" | "on">,
  targets: readonly Target[],
  limits: Limits,
): void {
  for (const group of groupsOf(stack)) {
    const found = new Map<StackResource, Opening[]>();
    const find = (resource: StackResource, openings: Opening[]) =>
      found.set(resource, [...(found.get(resource) ?? []), ...openings]);
    for (const target of targets) {
      const rest = new Map<Ingress, StackResource>();
      for (const { resource, rules } of group.members) {
        if (openingsIn(rules, target, limits).length > 0) continue;
        const lists = rules
          .filter((rule) => target.reachedBy(rule) !== false)
          .map((rule) => listed(stack, resource, rule, limits.allowedPrefixLists));
        const whole = [...rules, ...lists.flatMap(({ rules }) => rules)];
        const openings = openingsIn(whole, target, limits);
        if (openings.length > 0) {
          find(resource, openings);
          continue;
        }
        for (const rule of whole) rest.set(resource === group.itself ? rule : named(rule, resource), resource);
        const doubt = lists.find(({ doubt }) => doubt !== undefined)?.doubt;
        if (doubt && !doubtIn(rules, target, limits)) on(resource).undecided(doubt);
      }
      for (const opening of openingsIn([...rest.keys()], target, limits)) {
        const contributor = [...rest].find(([{ place }]) => place === opening.places[0])?.[1];
        const subject = group.itself ?? contributor;
        if (subject) find(subject, [opening]);
      }
    }
    for (const [resource, openings] of found) denyEach(openings, on(resource));
  }
}

/** The ingress that a rule gives to the entries of its prefix lists. */
function listed(
  stack: Stack,
  resource: StackResource,
  rule: Ingress,
  allowed: readonly string[],
): { rules: Ingress[]; doubt?: string } {
  const lists = rule.prefixLists
    .filter(({ id }) => id === UNKNOWN || !allowed.includes(id))
    .map((source) => prefixListOf(stack, resource, source));
  const rules = lists.map(({ name, cidrs }) => ({
    ...rule,
    place: `${rule.place} by ${name}`,
    cidrs,
    unknownSources: [],
  }));
  return { rules, doubt: lists.find(({ doubt }) => doubt)?.doubt };
}

/** A rule resource as a message about its group names it. */
function named(rule: Ingress, { name }: StackResource): Ingress {
  return { ...rule, place: rule.place.replace(/^it\b/, `rule "${name}"`) };
}

function groupsOf(stack: Stack): Group[] {
  const groups = new Map<string, { itself?: StackResource; members: Member[] }>();
  const byId = new Map<unknown, StackResource>();
  for (const itself of stack.ofType(...groupTypes)) {
    groups.set(itself.urn, { itself, members: [] });
    const id = at(itself.props, "id");
    if (typeof id === "string") byId.set(id, itself);
  }
  for (const resource of stack.ofType(...groupRuleTypes)) {
    const id = at(resource.props, "securityGroupId");
    const [referred] = resource.references("securityGroupId").filter(({ urn }) => groups.has(urn));
    const itself = (typeof id === "string" ? byId.get(id) : undefined) ?? referred;
    // A rule of a group of which nothing is known stands by itself.
    const key = itself?.urn ?? (typeof id === "string" ? id : resource.urn);
    const group = groups.get(key) ?? { members: [] };
    group.members.push({ resource, rules: ingressOf(resource).rules });
    groups.set(key, group);
  }
  for (const { itself, members } of groups.values()) {
    if (itself) members.unshift({ resource: itself, rules: withoutRepeats(ingressOf(itself).rules, members) });
  }
  return [...groups.values()];
}

/** The outputs of a group repeat, under `ingress`, what rule resources have added to it: that is theirs, not its own. */
function withoutRepeats(inline: readonly Ingress[], members: readonly Member[]): Ingress[] {
  const key = ({ protocol, from, to }: Ingress, cidr: string) =>
    JSON.stringify(protocol === "all" ? [protocol, cidr] : [String(protocol), String(from), String(to), cidr]);
  const elsewhere = new Set(
    members.flatMap(({ rules }) => rules).flatMap((rule) => rule.cidrs.map((cidr) => key(rule, cidr))),
  );
  return inline.map((rule) => ({ ...rule, cidrs: rule.cidrs.filter((cidr) => !elsewhere.has(key(rule, cidr))) }));
}
