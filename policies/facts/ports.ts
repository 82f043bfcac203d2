import { asText, type Fact, UNKNOWN, type Unknown } from "./value";

/** The ports that somebody's rule is for, as it says so. */
export interface Ports {
  /** `all`, `tcp`, `udp`, another name, or a number as text. */
  readonly protocol: Fact<string>;
  readonly from: Fact<number>;
  readonly to: Fact<number>;
}

/** Ports that we ask about: a protocol, its first port and its last. */
export interface PortRange {
  readonly protocol: "tcp" | "udp";
  readonly from: number;
  readonly to: number;
}

/** One name for each spelling: https://www.iana.org/assignments/protocol-numbers */
const protocolNames: Record<string, string> = { "-1": "all", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6" };

export function protocolOf(value: unknown): Fact<string> {
  const text = asText(value);
  if (typeof text !== "string") return text;
  const name = text.trim().toLowerCase();
  return protocolNames[name] ?? name;
}

export function port(number: number, protocol: PortRange["protocol"]): PortRange {
  return { protocol, from: number, to: number };
}

export function everyPort(protocol: PortRange["protocol"]): PortRange {
  // Port 0 is reserved: a range that leaves out nothing else is every port.
  return { protocol, from: 1, to: 65535 };
}

/** True when a rule is for the whole range. */
export function covers(ports: Ports, range: PortRange): boolean | Unknown {
  const { protocol, from, to } = ports;
  // A rule for all protocols is for all ports, whatever range it names:
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
  if (protocol === "all") return true;
  if (protocol === UNKNOWN) return UNKNOWN;
  if (protocol !== range.protocol) return false;
  const isEvery = from === -1 || to === -1;
  const holdsFirst = isEvery || from === UNKNOWN || (from ?? 0) <= range.from;
  const holdsLast = isEvery || to === UNKNOWN || (to ?? 65535) >= range.to;
  if (!holdsFirst || !holdsLast) return false;
  return from === UNKNOWN || to === UNKNOWN ? UNKNOWN : true;
}

/**
 * All ports but some, cut where a rule begins or ends: so each rule is for the whole of such a range, or for none of it.
 */
export function portsBeyond(
  rules: readonly Ports[],
  protocol: PortRange["protocol"],
  allowed: readonly number[],
): PortRange[] {
  const isAllowed = new Set(allowed);
  const cuts = new Set([0, ...allowed.flatMap((number) => [number, number + 1])]);
  for (const { from, to } of rules) {
    if (typeof from === "number") cuts.add(from);
    if (typeof to === "number") cuts.add(to + 1);
  }
  const starts = [...cuts].filter((cut) => Number.isInteger(cut) && cut >= 0 && cut <= 65535).sort((a, b) => a - b);
  return starts.flatMap((from, index) =>
    isAllowed.has(from) ? [] : [{ protocol, from, to: (starts[index + 1] ?? 65536) - 1 }],
  );
}

/** Ranges of ports that the same rules are for. */
export interface Reach<R extends Ports> {
  readonly ranges: readonly PortRange[];
  /** The rules that are for the whole of each range. */
  readonly sure: readonly R[];
  /** Those, and the rules of which it is not known yet. */
  readonly possible: readonly R[];
}

/** Which rules are for which ranges; rules and ranges are gone through once, in the order of their ports. */
export function reachesOf<R extends Ports>(rules: readonly R[], ranges: readonly PortRange[]): Reach<R>[] {
  const found: (Reach<R> & { ranges: PortRange[] })[] = [];
  const order = new Map(rules.map((rule, index) => [rule, index]));
  const inOrder = (some: R[]) => some.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  for (const protocol of ["tcp", "udp"] as const) {
    const waiting = rules.filter((rule) => mayReach(rule, protocol)).sort((a, b) => firstOf(a) - firstOf(b));
    let next = 0;
    let active: R[] = [];
    const asked = ranges.filter((range) => range.protocol === protocol).sort((a, b) => a.from - b.from);
    for (const range of asked) {
      for (let rule = waiting[next]; rule && firstOf(rule) <= range.from; rule = waiting[next]) {
        active.push(rule);
        next += 1;
      }
      active = active.filter((rule) => lastOf(rule) >= range.from);
      const possible = inOrder(active.filter((rule) => covers(rule, range) !== false));
      const before = found.at(-1);
      if (before && isSame(before.possible, possible)) before.ranges.push(range);
      else found.push({ ranges: [range], possible, sure: possible.filter((rule) => covers(rule, range) === true) });
    }
  }
  return found;
}

function mayReach({ protocol }: Ports, asked: PortRange["protocol"]): boolean {
  return protocol === "all" || protocol === UNKNOWN || protocol === asked;
}

function isForEvery({ protocol, from, to }: Ports): boolean {
  return protocol === "all" || protocol === UNKNOWN || from === -1 || to === -1;
}

function firstOf(ports: Ports): number {
  return isForEvery(ports) || typeof ports.from !== "number" ? 0 : ports.from;
}

function lastOf(ports: Ports): number {
  return isForEvery(ports) || typeof ports.to !== "number" ? 65535 : ports.to;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}

/** Ranges as a message names them: `22/tcp`, `137-139/udp`, `every tcp port`. What touches is named as one. */
export function namesOf(ranges: readonly PortRange[]): string[] {
  const apart = (["tcp", "udp"] as const).flatMap((name) => joined(ranges.filter(({ protocol }) => protocol === name)));
  return apart.map(({ protocol, from, to }) => {
    if (from <= 1 && to >= 65535) return `every ${protocol} port`;
    return `${from === to ? from : `${from}-${to}`}/${protocol}`;
  });
}

function joined(ranges: readonly PortRange[]): PortRange[] {
  const apart: PortRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const before = apart.at(-1);
    if (!before || before.to + 1 < range.from) apart.push(range);
    else if (before.to < range.to) apart[apart.length - 1] = { ...before, to: range.to };
  }
  return apart;
}
