import type { Resource } from "../resource";
import type { Verdicts } from "../rule";
import { integer, texts } from "../settings";
import { type WorldLimits, worldwideOf } from "./cidr";
import { namesOf, type PortRange, type Ports, type Reach, reachesOf } from "./ports";
import type { Traffic, TrafficReader } from "./security-group-rules";
import { few } from "./value";

export interface Limits extends WorldLimits {
  readonly allowedPrefixLists: readonly string[];
}

/** The settings of a rule that asks what is open to the world. */
export const worldLimitSettings = {
  allowedCidrs: texts([], "CIDRs that may reach the ports; what lies within one is not counted."),
  maxPublicPrefix: integer(8, "IPv4: sources are the world when they hold more public addresses than one such block.", {
    minimum: 0,
    maximum: 32,
  }),
  maxPublicPrefixV6: integer(16, "The same for IPv6.", { minimum: 0, maximum: 128 }),
};

/** The same where sources can be prefix lists. */
export const worldSettings = {
  ...worldLimitSettings,
  allowedPrefixLists: texts([], "Ids of prefix lists that may reach the ports, such as those that AWS keeps."),
};

/** What a rule asks of the traffic that resources let through. */
export interface Exposure {
  /** Reads the traffic of one resource: `ingressOf` or `egressOf`. */
  readonly trafficOf: TrafficReader;
  /** The ports that must not be open to the world, given all that is let through. */
  readonly ports: (rules: readonly Ports[]) => readonly PortRange[];
  readonly limits: Limits;
  /** What to do instead, as the end of a message. */
  readonly advice: string;
}

/** Rules of a resource or a group that let the world in. */
export interface Opening {
  readonly places: readonly string[];
  readonly cidrs: readonly string[];
  readonly ranges: readonly PortRange[];
}

/** Says what one resource alone opens to the world. */
export function judgeAlone(resource: Resource, exposure: Exposure, verdicts: Verdicts): void {
  const { rules, unknown } = exposure.trafficOf(resource);
  if (unknown) verdicts.undecided(unknown);
  const found: Opening[] = [];
  const world = worldwideOf(exposure.limits);
  for (const reach of reachesOf(rules, exposure.ports(rules))) {
    const openings = openingsIn(reach, world);
    found.push(...openings);
    const doubt = openings.length === 0 ? doubtIn(reach, world) : undefined;
    if (doubt) verdicts.undecided(doubt);
  }
  denyEach(found, exposure.advice, verdicts);
}

/** One finding for each place, however many of the ports it opens. */
export function denyEach(openings: readonly Opening[], advice: string, verdicts: Verdicts): void {
  for (const opening of byPlace(openings)) verdicts.deny(`${said(opening)}; ${advice}`);
}

/** The openings with all the ports that the same places open to the same sources. */
export function byPlace(openings: readonly Opening[]): Opening[] {
  const found = new Map<string, Opening & { ranges: PortRange[] }>();
  for (const opening of openings) {
    const key = JSON.stringify([opening.places, opening.cidrs]);
    const same = found.get(key);
    if (same) same.ranges.push(...opening.ranges);
    else found.set(key, { ...opening, ranges: [...opening.ranges] });
  }
  return [...found.values()];
}

/** An opening in words: `ingress[0] opens 22/tcp to the world (0.0.0.0/0)`. */
export function said({ places, cidrs, ranges }: Opening): string {
  const names = namesOf(ranges);
  const open = places.length > 1 ? `${few(places, " and ")} together open` : `${places[0]} opens`;
  return `${open} ${few(names, names.length > 2 ? ", " : " and ")} to the world (${few(cidrs)})`;
}

/** Finds the CIDRs of a list that are the world, with the limits of a rule. */
type World = ReturnType<typeof worldwideOf>;

/** Each rule that opens the ports alone; else all of them, if they do so together. */
export function openingsIn({ ranges, sure }: Reach<Traffic>, world: World): Opening[] {
  const alone = sure.flatMap(({ place, cidrs }) => {
    const open = world(cidrs);
    return open.length > 0 ? [{ places: [place], cidrs: open, ranges }] : [];
  });
  if (alone.length > 0) return alone;
  const open = world(sure.flatMap((rule) => rule.cidrs));
  const isOpen = new Set(open);
  const places = sure.filter((rule) => rule.cidrs.some((cidr) => isOpen.has(cidr))).map(({ place }) => place);
  return open.length > 0 ? [{ places, cidrs: open, ranges }] : [];
}

/** The value that must be known to tell; undefined when nothing unknown could open the ports. */
export function doubtIn({ sure, possible }: Omit<Reach<Traffic>, "ranges">, world: World): string | undefined {
  const [source] = possible.flatMap((rule) => rule.unknownSources);
  if (source) return source;
  if (sure.length === possible.length) return undefined;
  const isSure = new Set(sure);
  const vague = possible.find((rule) => !isSure.has(rule));
  const isOpen = world(possible.flatMap((rule) => rule.cidrs)).length > 0;
  return vague && isOpen ? `the port range of ${vague.place}` : undefined;
}
