import type { Resource, StackResource } from "../resource";
import type { Stack, StackCheck, Verdicts } from "../rule";
import { worldwideOf } from "./cidr";
import { type Reach, reachesOf } from "./ports";
import { prefixListOf } from "./prefix-lists";
import { denyEach, doubtIn, type Exposure, judgeAlone, type Opening, openingsIn } from "./public-ports";
import type { Traffic } from "./security-group-rules";
import { type Group, groupsOf } from "./security-groups";
import { UNKNOWN } from "./value";

/** The checks of a rule that asks what is open to the world: of each resource alone, then of groups as a whole. */
export function worldChecks<T>(exposureOf: (settings: T) => Exposure) {
  return {
    resource({ resource, settings, ...verdicts }: Verdicts & { readonly resource: Resource; readonly settings: T }) {
      judgeAlone(resource, exposureOf(settings), verdicts);
    },
    stack({ settings, ...check }: Pick<StackCheck, "stack" | "on"> & { readonly settings: T }) {
      judgeTogether(check, exposureOf(settings));
    },
  };
}

/**
 * Says what is open to the world only when resources are seen together: by the entries of a prefix list, or by several
 * rules of a group. What `judgeAlone` says of a resource is not said again.
 */
function judgeTogether({ stack, on }: Pick<StackCheck, "stack" | "on">, exposure: Exposure): void {
  for (const group of groupsOf(stack, exposure.trafficOf)) {
    const found = new Map<StackResource, Opening[]>();
    for (const { resource, openings, doubt, isSaidAlone } of exposedIn(stack, group, exposure)) {
      if (isSaidAlone) continue;
      if (doubt) on(resource).undecided(doubt);
      const others = found.get(resource);
      if (others) others.push(...openings);
      else found.set(resource, [...openings]);
    }
    for (const [resource, openings] of found) denyEach(openings, exposure.advice, on(resource));
  }
}

/** What is open to the world by the rules of a group, or what must be known to tell. */
export interface Exposed {
  /** The resource that says so. */
  readonly resource: StackResource;
  readonly openings: readonly Opening[];
  readonly doubt?: string;
  /** True for what the resource says without looking at any other. */
  readonly isSaidAlone: boolean;
}

/** A rule of a group, with the resource that states it. */
interface GroupTraffic extends Traffic {
  readonly resource: StackResource;
  /** True for what a rule lets through by an entry of a prefix list. */
  readonly isListed: boolean;
}

/** Looks at the rules of a group resource by resource, then with their prefix lists, then together. */
export function exposedIn(stack: Stack, group: Group, exposure: Exposure): Exposed[] {
  const world = worldwideOf(exposure.limits);
  const rules = group.members.flatMap(({ resource, rules }): GroupTraffic[] => [
    ...rules.map((rule) => ({ ...rule, resource, isListed: false })),
    ...rules.flatMap((rule) => listed(stack, resource, rule, exposure.limits.allowedPrefixLists)),
  ]);
  const isClosed = rules.every(({ unknownSources }) => unknownSources.length === 0);
  if (isClosed && world(rules.flatMap(({ cidrs }) => cidrs)).length === 0) return [];
  return reachesOf(rules, exposure.ports(rules)).flatMap((reach) => {
    const found: Exposed[] = [];
    const rest: GroupTraffic[] = [];
    for (const [resource, whole] of byResource(reach)) {
      const own = without(whole, ({ isListed }) => isListed);
      const alone = openingsIn(own, world);
      const openings = alone.length > 0 ? alone : openingsIn(whole, world);
      if (openings.length > 0) {
        found.push({ resource, openings, isSaidAlone: alone.length > 0 });
        continue;
      }
      rest.push(...whole.sure.map((rule) => (resource === group.itself ? rule : named(rule))));
      const unsaid = doubtIn(own, world);
      const doubt =
        unsaid ??
        doubtIn(
          without(whole, ({ isListed }) => !isListed),
          world,
        );
      if (doubt) found.push({ resource, openings: [], doubt, isSaidAlone: unsaid !== undefined });
    }
    for (const opening of openingsIn({ ...reach, sure: rest, possible: rest }, world)) {
      const contributor = rest.find(({ place }) => place === opening.places[0])?.resource;
      const subject = group.itself ?? contributor;
      if (subject) found.push({ resource: subject, openings: [opening], isSaidAlone: false });
    }
    return found;
  });
}

function byResource({ ranges, sure, possible }: Reach<GroupTraffic>): Map<StackResource, Reach<GroupTraffic>> {
  const resources = new Map<StackResource, { sure: GroupTraffic[]; possible: GroupTraffic[]; ranges: typeof ranges }>();
  for (const rule of possible) {
    const reach = resources.get(rule.resource) ?? { ranges, sure: [], possible: [] };
    resources.set(rule.resource, reach);
    reach.possible.push(rule);
  }
  for (const rule of sure) resources.get(rule.resource)?.sure.push(rule);
  return resources;
}

function without(reach: Reach<GroupTraffic>, leaves: (rule: GroupTraffic) => boolean): Reach<GroupTraffic> {
  const kept = (rules: readonly GroupTraffic[]) => rules.filter((rule) => !leaves(rule));
  return { ...reach, sure: kept(reach.sure), possible: kept(reach.possible) };
}

/** What a rule lets through by the entries of its prefix lists. */
function listed(stack: Stack, resource: StackResource, rule: Traffic, allowed: readonly string[]): GroupTraffic[] {
  return rule.prefixLists
    .filter(({ id }) => id === UNKNOWN || !allowed.includes(id))
    .map((source) => {
      const { name, cidrs, doubt } = prefixListOf(stack, resource, source);
      const unknownSources = doubt === undefined ? [] : [doubt];
      return { ...rule, place: `${rule.place} by ${name}`, cidrs, unknownSources, resource, isListed: true };
    });
}

/** A rule resource as a message about its group names it. */
function named(rule: GroupTraffic): GroupTraffic {
  return { ...rule, place: rule.place.replace(/^it\b/, `rule "${rule.resource.name}"`) };
}
