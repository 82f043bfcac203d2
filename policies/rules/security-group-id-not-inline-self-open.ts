import { covers, everyPort } from "../facts/ports";
import { groupRuleTypes, groupTypes, type StatedRule, statedRules, trafficOf } from "../facts/security-group-rules";
import { asBoolean, at, few, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

const [olderRuleType = ""] = groupRuleTypes;

export const securityGroupIdNotInlineSelfOpen = rule({
  name: "security-group-id-not-inline-self-open",
  displayName: "What a group opens to itself, it opens to nobody else",
  description: "A rule that lets a security group reach all its own ports lets no CIDR or prefix list do the same.",
  why: "What is meant for the members of the group among themselves opens all their ports to the CIDRs of the same rule as well.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  remediationSteps: "Keep self in a rule of its own, and give each CIDR or prefix list a rule with the ports it needs.",
  controls: {},
  // The newer rule resources have one source each.
  types: [...groupTypes, olderRuleType],
  resource({ resource, deny, undecided }) {
    const { rules, unknown } = statedRules(resource, "ingress");
    if (unknown) undecided(unknown);
    for (const stated of rules) {
      const isOpen = opensAllToItself(stated);
      if (isOpen === false) continue;
      const { place, cidrs, prefixLists, unknownSources } = trafficOf(stated);
      const others = [...cidrs, ...prefixLists.map(({ id }) => (id === UNKNOWN ? "a prefix list" : id))];
      const [unknownSource] = unknownSources;
      if (others.length > 0 && isOpen === true) {
        deny(`${place} lets ${few(others)} reach every port beside the group itself; give each a rule of its own`);
      } else if (others.length > 0) undecided(`self or the port range of ${place}`);
      else if (unknownSource) undecided(unknownSource);
    }
  },
});

function opensAllToItself(stated: StatedRule): boolean | Unknown {
  const isSelf = asBoolean(at(stated.rule, "self")) ?? false;
  const traffic = trafficOf(stated);
  const all = [everyPort("tcp"), everyPort("udp")].map((range) => covers(traffic, range));
  if (isSelf === false || all.every((answer) => answer === false)) return false;
  return isSelf === true && all.includes(true) ? true : UNKNOWN;
}
