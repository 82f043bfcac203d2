import type { Resource, StackResource } from "../resource";
import type { StackCheck, Verdicts } from "../rule";
import { type Block, blockOf, merged, without } from "./blocks";
import { type WorldLimits, worldwideSources } from "./cidr";
import { type Acl, type AclRule, aclRulesOf, type OwnedAclRule } from "./network-acls";
import { covers, type PortRange } from "./ports";
import { byPlace, type Opening, said } from "./public-ports";
import { UNKNOWN } from "./value";

/** What a rule asks of the traffic that network ACLs let in. */
export interface AclExposure {
  readonly ports: readonly PortRange[];
  readonly limits: WorldLimits;
}

const advice = "narrow its source, or deny the port in a rule with a lower number";

/** Says what a network ACL lets the world reach by the rules that it states itself. */
export function judgeAcl(resource: Resource, { ports, limits }: AclExposure, verdicts: Verdicts): void {
  const rules = aclRulesOf(resource);
  if (rules === UNKNOWN) verdicts.undecided("ingress");
  const known = rules === UNKNOWN ? [] : rules;
  const found = ports.flatMap((range) =>
    lookAt(known, range, limits).openings.map((opening) => ({
      ...opening,
      places: opening.rules.map(({ place }) => place),
    })),
  );
  for (const opening of byPlace(found)) verdicts.deny(`${said(opening)}; ${advice}`);
}

/** Says what network ACLs let in by rules that are resources of their own, and what must be known to tell. */
export function judgeAcls(acls: readonly Acl[], { ports, limits }: AclExposure, on: StackCheck["on"]): void {
  for (const { itself, rules } of acls) {
    const found = new Map<StackResource, Opening[]>();
    for (const range of ports) {
      const { openings, doubt } = lookAt(rules, range, limits);
      for (const opening of openings) {
        const [first, ...others] = opening.rules;
        // What the ACL states itself is said of it alone.
        if (!first || opening.rules.every(({ resource }) => resource === itself)) continue;
        const subject = others.length > 0 && itself ? itself : first.resource;
        const places = others.length > 0 ? opening.rules.map(nameOf) : [first.place];
        const before = found.get(subject) ?? [];
        found.set(subject, [...before, { ...opening, places }]);
      }
      if (doubt) on(doubt.rule.resource).undecided(doubt.says);
    }
    for (const [resource, openings] of found) {
      for (const opening of byPlace(openings)) on(resource).deny(`${said(opening)}; ${advice}`);
    }
  }
}

function nameOf({ place, resource }: OwnedAclRule): string {
  return place === "it" ? `rule "${resource.name}"` : place;
}

interface Look<R extends AclRule> {
  readonly openings: readonly {
    readonly rules: readonly R[];
    readonly cidrs: string[];
    readonly ranges: PortRange[];
  }[];
  /** What must be known to tell, and the rule that leaves it open. */
  readonly doubt?: { readonly rule: R; readonly says: string };
}

/**
 * What the rules let the world do with a range of ports. What is not known yet is first taken for rules that let in
 * nothing, then for rules that let in everything: only where the two differ is there a doubt.
 */
function lookAt<R extends AclRule>(rules: readonly R[], range: PortRange, limits: WorldLimits): Look<R> {
  const asked = rules
    .map((rule) => ({ rule, vague: vagueIn(rule, range) }))
    .filter(({ rule }) => covers(rule, range) !== false)
    .toSorted((a, b) => numberOf(a.rule) - numberOf(b.rule));
  const surely = asked.flatMap(({ rule, vague }): Decision<R>[] => {
    if (vague) return rule.allows === true ? [] : [{ rule, allows: false }];
    return [{ rule, allows: rule.allows === true }];
  });
  const openings = openingsOf(admittedBy(surely), range, limits);
  const unsure = asked.find(({ vague }) => vague !== undefined);
  if (openings.length > 0 || !unsure?.vague) return { openings };
  const possibly = asked.flatMap(({ rule, vague }): Decision<R>[] => {
    if (vague) return rule.allows === false ? [] : [{ rule, allows: true }];
    return [{ rule, allows: rule.allows === true }];
  });
  if (openingsOf(admittedBy(possibly), range, limits).length === 0) return { openings };
  return { openings, doubt: { rule: unsure.rule, says: unsure.vague } };
}

/** A rule whose number is not known may be the first. */
function numberOf({ number }: AclRule): number {
  return typeof number === "number" ? number : 0;
}

/** What of a rule must be known to tell whom it lets reach the ports. */
function vagueIn(rule: AclRule, range: PortRange): string | undefined {
  const { place, number, allows, cidr, isEgress } = rule;
  const of = place === "it" ? "" : ` of ${place}`;
  if (isEgress === UNKNOWN) return "egress";
  if (number === UNKNOWN) return `the number${of}`;
  if (allows === UNKNOWN) return `the action${of}`;
  if (cidr === UNKNOWN) return `the source${of}`;
  return covers(rule, range) === UNKNOWN ? `the port range${of}` : undefined;
}

interface Decision<R> {
  readonly rule: R;
  readonly allows: boolean;
}

/** A rule that lets somebody in, with the addresses of which no earlier rule said anything. */
interface Admitted<R> {
  readonly rule: R;
  readonly blocks: readonly Block[];
}

const everything = ["0.0.0.0/0", "::/0"].flatMap((cidr) => blockOf(cidr) ?? []);

function admittedBy<R extends AclRule>(decisions: readonly Decision<R>[]): Admitted<R>[] {
  const found: Admitted<R>[] = [];
  let decided: Block[] = [];
  for (const { rule, allows } of decisions) {
    const own = rule.cidr === UNKNOWN ? undefined : blockOf(rule.cidr);
    const stated = rule.cidr === UNKNOWN ? everything : own ? [own] : [];
    const blocks = stated.flatMap((block) => without(block, decided));
    if (blocks.length === 0) continue;
    if (allows) found.push({ rule, blocks });
    const all = [...decided, ...blocks];
    decided = ([32, 128] as const).flatMap((bits) => merged(all.filter((block) => block.bits === bits)));
  }
  return found;
}

/** Each rule that lets the world in alone; else all of them, if they do so together. */
function openingsOf<R extends AclRule>(
  found: readonly Admitted<R>[],
  range: PortRange,
  limits: WorldLimits,
): Look<R>["openings"] {
  const cidrsOf = (some: readonly Admitted<R>[]) => some.map(({ rule }) => String(rule.cidr));
  const alone = found.filter((admitted) => worldwideSources([admitted], limits).length > 0);
  if (alone.length > 0) return alone.map((one) => ({ rules: [one.rule], cidrs: cidrsOf([one]), ranges: [range] }));
  const together = worldwideSources(found, limits);
  if (together.length === 0) return [];
  return [{ rules: together.map(({ rule }) => rule), cidrs: cidrsOf(together), ranges: [range] }];
}
