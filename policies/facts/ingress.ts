import type { Resource } from "../resource";
import { asList, asNumber, asText, at, type Fact, UNKNOWN } from "./value";

/** One way in that a resource states: who may reach which ports over which protocol. */
export interface Ingress {
  /** Where it is said, as a message begins with it: `ingress[0]`, or `it` for a resource that is one rule. */
  readonly place: string;
  /** `all`, `tcp`, `udp`, another name, or a number as text. */
  readonly protocol: Fact<string>;
  readonly from: Fact<number>;
  readonly to: Fact<number>;
  readonly cidrs: readonly string[];
  readonly prefixLists: readonly Source[];
  /** The properties that state sources which are not known yet. */
  readonly unknownSources: readonly string[];
}

/** A prefix list's id, and the top-level property that refers to it. */
export interface Source {
  readonly id: string | typeof UNKNOWN;
  readonly property: string;
}

/** What a resource states, and the property without which its whole ingress is not known. */
export interface StatedIngress {
  readonly rules: readonly Ingress[];
  readonly unknown?: string;
}

const places: Record<string, (props: unknown) => StatedIngress> = {
  "aws:ec2/securityGroup:SecurityGroup": inline,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": inline,
  "aws:ec2/securityGroupRule:SecurityGroupRule": (props) => {
    const type = asText(at(props, "type"));
    if (type === UNKNOWN) return { rules: [], unknown: "type" };
    return { rules: type === "ingress" ? [groupRule(props, "it", "", "")] : [] };
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": (props) => ({ rules: [vpcRule(props)] }),
  "aws:eks/nodeGroup:NodeGroup": nodeGroup,
  "aws:elasticbeanstalk/environment:Environment": beanstalk,
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": beanstalk,
};

export const ingressTypes = Object.keys(places);

/** The types whose ingress belongs to a security group: the group itself, or a rule of one (`securityGroupId`). */
export const groupTypes = ingressTypes.slice(0, 2);
export const groupRuleTypes = ingressTypes.slice(2, 4);

/** The ingress that a resource states by itself. */
export function ingressOf(resource: Pick<Resource, "type" | "props">): StatedIngress {
  return places[resource.type]?.(resource.props) ?? { rules: [] };
}

function inline(props: unknown): StatedIngress {
  const list = asList(at(props, "ingress"));
  if (list === UNKNOWN) return { rules: [], unknown: "ingress" };
  return { rules: list.map((rule, index) => groupRule(rule, `ingress[${index}]`, `ingress[${index}].`, "ingress")) };
}

/** `securityGroups` and `self` only add sources, so they never make a CIDR harmless and are not read. */
function groupRule(rule: unknown, place: string, path: string, property: string): Ingress {
  const lists = asList(at(rule, "prefixListIds"));
  return {
    place,
    protocol: protocolOf(at(rule, "protocol")),
    from: asNumber(at(rule, "fromPort")),
    to: asNumber(at(rule, "toPort")),
    ...cidrsOf(rule, ["cidrBlocks", "ipv6CidrBlocks"], path),
    prefixLists: prefixLists(lists === UNKNOWN ? [UNKNOWN] : lists, property || "prefixListIds"),
  };
}

function vpcRule(props: unknown): Ingress {
  return {
    place: "it",
    protocol: protocolOf(at(props, "ipProtocol")),
    from: asNumber(at(props, "fromPort")),
    to: asNumber(at(props, "toPort")),
    ...cidrsOf(props, ["cidrIpv4", "cidrIpv6"], ""),
    prefixLists: prefixLists([at(props, "prefixListId")], "prefixListId"),
  };
}

/**
 * With a key and no source groups, EKS opens SSH (on Windows nodes RDP) to the internet:
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
 */
function nodeGroup(props: unknown): StatedIngress {
  const access = at(props, "remoteAccess");
  if (access === UNKNOWN) return { rules: [], unknown: "remoteAccess" };
  const groups = asList(at(access, "sourceSecurityGroupIds"));
  if (at(access, "ec2SshKey") === undefined || (groups !== UNKNOWN && groups.length > 0)) return { rules: [] };
  const amiType = asText(at(props, "amiType"));
  const port = amiType === UNKNOWN ? UNKNOWN : amiType?.startsWith("WINDOWS") ? 3389 : 22;
  const rule: Ingress = {
    place: "remoteAccess without sourceSecurityGroupIds",
    protocol: "tcp",
    from: port,
    to: port,
    cidrs: groups === UNKNOWN ? [] : ["0.0.0.0/0"],
    prefixLists: [],
    unknownSources: groups === UNKNOWN ? ["remoteAccess.sourceSecurityGroupIds"] : [],
  };
  return { rules: [rule] };
}

/**
 * `SSHSourceRestriction` is "protocol, fromPort, toPort, CIDR or group":
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalinglaunchconfiguration
 */
function beanstalk(props: unknown): StatedIngress {
  const settings = asList(at(props, "settings"));
  if (settings === UNKNOWN) return { rules: [], unknown: "settings" };
  const rules = settings.flatMap((setting, index): Ingress[] => {
    if (at(setting, "namespace") !== "aws:autoscaling:launchconfiguration") return [];
    if (at(setting, "name") !== "SSHSourceRestriction") return [];
    const value = asText(at(setting, "value"));
    const parts = value === UNKNOWN ? [UNKNOWN, UNKNOWN, UNKNOWN] : (value ?? "").split(",");
    const [protocol, from, to, source] = parts;
    return [
      {
        place: `settings[${index}] (SSHSourceRestriction)`,
        protocol: protocolOf(protocol),
        from: asNumber(from),
        to: asNumber(to),
        cidrs: typeof source === "string" ? [source.trim()] : [],
        prefixLists: [],
        unknownSources: value === UNKNOWN ? [`settings[${index}].value`] : [],
      },
    ];
  });
  return { rules };
}

function cidrsOf(rule: unknown, properties: string[], path: string): Pick<Ingress, "cidrs" | "unknownSources"> {
  const cidrs: string[] = [];
  const unknownSources = new Set<string>();
  for (const property of properties) {
    const list = asList(at(rule, property));
    for (const cidr of list === UNKNOWN ? [UNKNOWN] : list) {
      if (cidr === UNKNOWN) unknownSources.add(`${path}${property}`);
      else if (typeof cidr === "string") cidrs.push(cidr.trim());
    }
  }
  return { cidrs, unknownSources: [...unknownSources] };
}

function prefixLists(ids: unknown[], property: string): Source[] {
  return ids.flatMap((id) => (id === UNKNOWN || typeof id === "string" ? [{ id, property }] : []));
}

/** One name for each spelling: https://www.iana.org/assignments/protocol-numbers */
const protocolNames: Record<string, string> = { "-1": "all", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6" };

function protocolOf(value: unknown): Fact<string> {
  const text = asText(value);
  if (typeof text !== "string") return text;
  const name = text.trim().toLowerCase();
  return protocolNames[name] ?? name;
}
