import type { Resource } from "../resource";
import { beanstalkTypes, statedOption } from "./beanstalk-settings";
import { protocolOf } from "./ports";
import { groupRuleTypes, groupTypes, type StatedTraffic, type Traffic, trafficIn } from "./security-group-rules";
import { asList, asNumber, asText, at, UNKNOWN } from "./value";

/** The types that open ports by other words than the rules of a security group. */
const places: Record<string, (props: unknown) => StatedTraffic> = {
  "aws:eks/nodeGroup:NodeGroup": nodeGroup,
  ...Object.fromEntries(beanstalkTypes.map((type) => [type, beanstalk])),
};

const [olderRuleType = "", ingressRuleType = ""] = groupRuleTypes;

/** The types that can state ingress. */
export const ingressTypes = [...groupTypes, olderRuleType, ingressRuleType, ...Object.keys(places)];

/** The ingress that a resource states by itself. */
export function ingressOf(resource: Pick<Resource, "type" | "props">): StatedTraffic {
  return places[resource.type]?.(resource.props) ?? trafficIn(resource, "ingress");
}

/**
 * With a key and no source groups, EKS opens SSH (on Windows nodes RDP) to the internet:
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
 */
function nodeGroup(props: unknown): StatedTraffic {
  const access = at(props, "remoteAccess");
  if (access === UNKNOWN) return { rules: [], unknown: "remoteAccess" };
  const groups = asList(at(access, "sourceSecurityGroupIds"));
  if (at(access, "ec2SshKey") === undefined || (groups !== UNKNOWN && groups.length > 0)) return { rules: [] };
  const amiType = asText(at(props, "amiType"));
  const port = amiType === UNKNOWN ? UNKNOWN : amiType?.startsWith("WINDOWS") ? 3389 : 22;
  const rule: Traffic = {
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

const restriction = { namespace: "aws:autoscaling:launchconfiguration", name: "SSHSourceRestriction" };

/**
 * `SSHSourceRestriction` is "protocol, fromPort, toPort, CIDR or group":
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-autoscalinglaunchconfiguration
 */
function beanstalk(props: unknown): StatedTraffic {
  const { settings, doubt } = statedOption(props, restriction);
  const rules = settings.map(({ place, value }): Traffic => {
    const parts = value === UNKNOWN ? [UNKNOWN, UNKNOWN, UNKNOWN] : (value ?? "").split(",");
    const [protocol, from, to, source] = parts;
    return {
      place: `${place} (${restriction.name})`,
      protocol: protocolOf(protocol),
      from: asNumber(from),
      to: asNumber(to),
      cidrs: typeof source === "string" ? [source.trim()] : [],
      prefixLists: [],
      unknownSources: value === UNKNOWN ? [`${place}.value`] : [],
    };
  });
  return { rules, unknown: doubt };
}
