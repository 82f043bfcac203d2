import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { comesFromNetworks } from "./network-sources";
import { type Ports, protocolOf } from "./ports";
import { type Kind, named } from "./references";
import { asBoolean, asList, asNumber, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

export const networkAclType = "aws:ec2/networkAcl:NetworkAcl";
export const defaultNetworkAclType = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const ruleType = "aws:ec2/networkAclRule:NetworkAclRule";

export const aclKind: Kind = { types: [networkAclType, defaultNetworkAclType], keys: ["id"] };
/** The default ACL of a VPC, which the stack may leave to AWS. */
const vpcAsAclKind: Kind = { types: ["aws:ec2/vpc:Vpc"], keys: ["defaultNetworkAclId"] };

/** A rule of a network ACL for what comes in. Rules are tried by their numbers, and the first that matches decides. */
export interface AclRule extends Ports {
  /** As a message names it: `ingress[0] (rule 100)`, or `it` for a resource that is one rule. */
  readonly place: string;
  readonly number: Fact<number>;
  readonly allows: boolean | Unknown;
  readonly cidr: string | Unknown;
  /** The top-level property that holds the CIDR. */
  readonly cidrProperty: string;
  /** False for a rule that is for what comes in, `UNKNOWN` for one that may be. */
  readonly isEgress: false | Unknown;
}

/** The ingress rules that a network ACL or a rule resource states; `UNKNOWN` when not even their number is known. */
export function aclRulesOf({ type, props }: Pick<Resource, "type" | "props">): AclRule[] | Unknown {
  if (type === ruleType) {
    const isEgress = asBoolean(at(props, "egress")) ?? false;
    if (isEgress === true) return [];
    const { ruleNumber: number, ruleAction: action } = props;
    return rulesOf(props, { place: "it", number, action, isEgress, propertyOf: (name) => name });
  }
  const list = asList(at(props, "ingress"));
  if (list === UNKNOWN) return UNKNOWN;
  return list.flatMap((rule, index) => {
    const number = at(rule, "ruleNo");
    const known = asText(number);
    const place = `ingress[${index}]${typeof known === "string" ? ` (rule ${known})` : ""}`;
    return rulesOf(rule, { place, number, action: at(rule, "action"), isEgress: false, propertyOf: () => "ingress" });
  });
}

interface Stated {
  readonly place: string;
  readonly number: unknown;
  readonly action: unknown;
  readonly isEgress: false | Unknown;
  propertyOf(name: string): string;
}

/** A rule has one CIDR: of the other family it then says nothing. */
function rulesOf(rule: unknown, { place, number, action, isEgress, propertyOf }: Stated): AclRule[] {
  const allows = asText(action);
  return ["cidrBlock", "ipv6CidrBlock"].flatMap((name): AclRule[] => {
    const cidr = asText(at(rule, name));
    if (cidr === undefined || cidr === "") return [];
    return [
      {
        place,
        number: asNumber(number),
        allows: allows === UNKNOWN ? UNKNOWN : allows?.toLowerCase() === "allow",
        cidr,
        cidrProperty: propertyOf(name),
        isEgress,
        protocol: protocolOf(at(rule, "protocol")),
        from: asNumber(at(rule, "fromPort")),
        to: asNumber(at(rule, "toPort")),
      },
    ];
  });
}

/** A network ACL of a stack, or one that rules of the stack name. */
export interface Acl {
  /** The ACL itself, where the stack has it. */
  readonly itself?: StackResource;
  readonly isDefault: boolean;
  /** Its rules, with the resource that states each. What comes from a network of the stack is left out. */
  readonly rules: readonly OwnedAclRule[];
}

export interface OwnedAclRule extends AclRule {
  readonly resource: StackResource;
}

/** The network ACLs of a stack, each with all its ingress rules. */
export function aclsOf(stack: Stack): Acl[] {
  const acls = new Map<string, { itself?: StackResource; isDefault: boolean; rules: OwnedAclRule[] }>();
  for (const itself of stack.ofType(...aclKind.types)) {
    acls.set(itself.urn, { itself, isDefault: itself.type === defaultNetworkAclType, rules: [] });
  }
  for (const resource of stack.ofType(ruleType)) {
    const id = at(resource.props, "networkAclId");
    const [itself] = named(stack, resource, "networkAclId", id, aclKind);
    const [vpc] = itself ? [] : named(stack, resource, "networkAclId", id, vpcAsAclKind);
    const key = itself?.urn ?? vpc?.urn ?? (typeof id === "string" ? id : resource.urn);
    const acl = acls.get(key) ?? { isDefault: vpc !== undefined, rules: [] };
    acls.set(key, acl);
    acl.rules.push(...ownedBy(resource));
  }
  return [...acls.values()].map(({ itself, isDefault, rules }) => {
    // A number is one rule: what the outputs of an ACL repeat under `ingress` is not its own.
    const numbers = new Set(rules.map(({ number }) => number));
    const own = itself ? ownedBy(itself).filter(({ number }) => number === UNKNOWN || !numbers.has(number)) : [];
    return { itself, isDefault, rules: [...own, ...rules] };
  });
}

function ownedBy(resource: StackResource): OwnedAclRule[] {
  const rules = aclRulesOf(resource);
  return (rules === UNKNOWN ? [] : rules)
    .filter(({ cidr, cidrProperty }) => cidr !== UNKNOWN || !comesFromNetworks(resource, cidrProperty))
    .map((rule) => ({ ...rule, resource }));
}
