import type { Resource } from "../resource";
import type { Verdicts } from "../rule";
import { integer, texts } from "../settings";
import { type WorldLimits, worldwide } from "./cidr";
import { type Ingress, ingressOf } from "./ingress";
import { UNKNOWN } from "./value";

/** What must not be open: how a message calls it, and whether an ingress lets it in. */
export interface Target {
  readonly label: string;
  reachedBy(ingress: Ingress): boolean | typeof UNKNOWN;
}

export interface Limits extends WorldLimits {
  readonly allowedPrefixLists: readonly string[];
}

/** The settings of a rule that asks what is open to the world. */
export const worldSettings = {
  allowedCidrs: texts([], "CIDRs that may reach the ports; what lies within one is not counted."),
  allowedPrefixLists: texts([], "Ids of prefix lists that may reach the ports, such as those that AWS keeps."),
  maxPublicPrefix: integer(8, "IPv4: sources are the world when they hold more public addresses than one such block.", {
    minimum: 0,
    maximum: 32,
  }),
  maxPublicPrefixV6: integer(16, "The same for IPv6.", { minimum: 0, maximum: 128 }),
};

/** One port over one protocol. */
export function port(number: number, protocol: "tcp" | "udp"): Target {
  return { label: `${number}/${protocol}`, reachedBy: (ingress) => reaches(ingress, protocol, number, number) };
}

/** Every port of a protocol. */
export function everyPort(protocol: "tcp" | "udp"): Target {
  // Port 0 is reserved: a range that leaves out nothing else is every port.
  return { label: `every ${protocol} port`, reachedBy: (ingress) => reaches(ingress, protocol, 1, 65535) };
}

function reaches(ingress: Ingress, protocol: string, low: number, high: number): boolean | typeof UNKNOWN {
  const { from, to } = ingress;
  // A rule for all protocols is for all ports, whatever range it names:
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
  if (ingress.protocol === "all") return true;
  if (ingress.protocol !== UNKNOWN && ingress.protocol !== protocol) return false;
  const isEvery = from === -1 || to === -1;
  const holdsLow = isEvery || from === UNKNOWN || (from ?? 0) <= low;
  const holdsHigh = isEvery || to === UNKNOWN || (to ?? 65535) >= high;
  if (ingress.protocol === UNKNOWN) return UNKNOWN;
  if (!holdsLow || !holdsHigh) return false;
  return from === UNKNOWN || to === UNKNOWN ? UNKNOWN : true;
}

/** Rules of a resource or a group that let the world in. */
export interface Opening {
  readonly places: string[];
  readonly cidrs: string[];
  readonly labels: string[];
}

/** Says what one resource alone opens to the world. */
export function judgeAlone(resource: Resource, targets: readonly Target[], limits: Limits, verdicts: Verdicts): void {
  const { rules, unknown } = ingressOf(resource);
  if (unknown) verdicts.undecided(unknown);
  const found: Opening[] = [];
  for (const target of targets) {
    const openings = openingsIn(rules, target, limits);
    found.push(...openings);
    const doubt = openings.length === 0 ? doubtIn(rules, target, limits) : undefined;
    if (doubt) verdicts.undecided(doubt);
  }
  denyEach(found, verdicts);
}

/** One finding for each place, however many of the targets it opens. */
export function denyEach(openings: readonly Opening[], verdicts: Verdicts): void {
  const byPlace = new Map<string, Opening>();
  for (const opening of openings) {
    const key = JSON.stringify([opening.places, opening.cidrs]);
    const same = byPlace.get(key);
    byPlace.set(key, same ? { ...same, labels: [...same.labels, ...opening.labels] } : opening);
  }
  for (const { places, cidrs, labels } of byPlace.values()) {
    const open = places.length > 1 ? `${few(places, " and ")} together open` : `${places[0]} opens`;
    const what = `${open} ${labels.join(" and ")} to the world (${few(cidrs, ", ")})`;
    verdicts.deny(`${what}; let in a security group or a narrow CIDR, or use Session Manager instead`);
  }
}

/** The first four members of a list, and how many more there are. */
function few(list: readonly string[], separator: string): string {
  return list.length <= 5 ? list.join(separator) : `${list.slice(0, 4).join(separator)} and ${list.length - 4} more`;
}

/** Each rule that opens the target alone; else all of them, if they do so together. */
export function openingsIn(rules: readonly Ingress[], target: Target, limits: Limits): Opening[] {
  const reaching = rules.filter((rule) => target.reachedBy(rule) === true);
  const labels = [target.label];
  const alone = reaching.flatMap(({ place, cidrs }) => {
    const open = worldwide(cidrs, limits);
    return open.length > 0 ? [{ places: [place], cidrs: open, labels }] : [];
  });
  if (alone.length > 0) return alone;
  const cidrs = worldwide(
    reaching.flatMap((rule) => rule.cidrs),
    limits,
  );
  const places = reaching.filter((rule) => rule.cidrs.some((cidr) => cidrs.includes(cidr))).map(({ place }) => place);
  return cidrs.length > 0 ? [{ places, cidrs, labels }] : [];
}

/** The value that must be known to tell; undefined when nothing unknown could open the target. */
export function doubtIn(rules: readonly Ingress[], target: Target, limits: Limits): string | undefined {
  const possible = rules.filter((rule) => target.reachedBy(rule) !== false);
  const [source] = possible.flatMap((rule) => rule.unknownSources);
  if (source) return source;
  const allSources = possible.flatMap((rule) => rule.cidrs);
  const vague = possible.find((rule) => target.reachedBy(rule) === UNKNOWN);
  return vague && worldwide(allSources, limits).length > 0 ? `the port range of ${vague.place}` : undefined;
}
