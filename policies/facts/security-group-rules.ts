import type { Resource } from "../resource";
import { type Ports, protocolOf } from "./ports";
import { asList, asNumber, asText, at, UNKNOWN } from "./value";

/** The security groups that a stack can make or take over; their rules stand under `ingress` and `egress`. */
export const groupTypes = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];

/** The resources that are each one rule of the group that their `securityGroupId` names. */
export const groupRuleTypes = [
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

export type Direction = "ingress" | "egress";

/** A rule of a security group as a resource states it. */
export interface StatedRule {
  /** Where, as a message begins with it: `ingress[0]`, or `it` for a resource that is one rule. */
  readonly place: string;
  readonly rule: unknown;
  /** The way to one of the rule's properties. */
  pathOf(name: string): string;
}

/** The rules that a resource states, and the property without which they are not all known. */
export interface StatedRules {
  readonly rules: readonly StatedRule[];
  readonly unknown?: string;
}

/** The rules of one direction that a group, or a rule that is a resource of its own, states. */
export function statedRules({ type, props }: Pick<Resource, "type" | "props">, direction: Direction): StatedRules {
  if (groupTypes.includes(type)) return inline(props, direction);
  if (!groupRuleTypes.includes(type)) return { rules: [] };
  const stated = directionOf(type, props);
  if (stated === UNKNOWN) return { rules: [], unknown: "type" };
  const itself = { place: "it", rule: props, pathOf: (name: string) => name };
  return { rules: stated === direction ? [itself] : [] };
}

function inline(props: unknown, direction: Direction): StatedRules {
  const list = asList(at(props, direction));
  if (list === UNKNOWN) return { rules: [], unknown: direction };
  const rules = list.map((rule, index) => {
    const place = `${direction}[${index}]`;
    return { place, rule, pathOf: (name: string) => `${place}.${name}` };
  });
  return { rules };
}

function directionOf(type: string, props: unknown) {
  const [older, ingress] = groupRuleTypes;
  if (type === older) return asText(at(props, "type"));
  return type === ingress ? "ingress" : "egress";
}

/** Who may connect to which ports, in one direction. */
export interface Traffic extends Ports {
  /** Where it is said, as a message begins with it. */
  readonly place: string;
  readonly cidrs: readonly string[];
  readonly prefixLists: readonly PrefixListSource[];
  /** The ways to values that state peers which are not known yet. */
  readonly unknownSources: readonly string[];
}

/** A prefix list's id, and the top-level property that refers to it. */
export interface PrefixListSource {
  readonly id: string | typeof UNKNOWN;
  readonly property: string;
}

/** What resources let through, and the property without which not all of it is known. */
export interface StatedTraffic {
  readonly rules: readonly Traffic[];
  readonly unknown?: string;
}

export type TrafficReader = (resource: Pick<Resource, "type" | "props">) => StatedTraffic;

/** The traffic that a group, or a rule that is a resource of its own, lets through. */
export function trafficIn(resource: Pick<Resource, "type" | "props">, direction: Direction): StatedTraffic {
  const { rules, unknown } = statedRules(resource, direction);
  return { rules: rules.map(trafficOf), unknown };
}

/** The traffic that leaves by the rules of a resource. */
export function egressOf(resource: Pick<Resource, "type" | "props">): StatedTraffic {
  return trafficIn(resource, "egress");
}

// The newer rule resources name the same things otherwise, and one of each.
const cidrProperties = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6"];
const prefixListProperties = ["prefixListIds", "prefixListId"];

/** Groups and `self` only add peers, so they never make a CIDR harmless and are not read. */
export function trafficOf({ place, rule, pathOf }: StatedRule): Traffic {
  return {
    place,
    protocol: protocolOf(at(rule, "protocol") ?? at(rule, "ipProtocol")),
    from: asNumber(at(rule, "fromPort")),
    to: asNumber(at(rule, "toPort")),
    ...cidrsOf(rule, pathOf),
    prefixLists: prefixListProperties.flatMap((name) => {
      const ids = asList(at(rule, name));
      const property = propertyIn(pathOf(name));
      return (ids === UNKNOWN ? [UNKNOWN] : ids).flatMap((id) =>
        id === UNKNOWN || typeof id === "string" ? [{ id, property }] : [],
      );
    }),
  };
}

function cidrsOf(rule: unknown, pathOf: StatedRule["pathOf"]): Pick<Traffic, "cidrs" | "unknownSources"> {
  const cidrs: string[] = [];
  const unknownSources: string[] = [];
  for (const name of cidrProperties) {
    const list = asList(at(rule, name));
    if (list === UNKNOWN || list.includes(UNKNOWN)) unknownSources.push(pathOf(name));
    for (const cidr of list === UNKNOWN ? [] : list) if (typeof cidr === "string") cidrs.push(cidr.trim());
  }
  return { cidrs, unknownSources };
}

/** The top-level property with which a way to a value begins. */
export function propertyIn(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}
