import { named } from "../facts/references";
import { type Direction, groupRuleTypes, groupTypes, statedRules } from "../facts/security-group-rules";
import { asList, at, few, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import type { StatedInputs } from "../stated-inputs";

const [, defaultGroupType] = groupTypes;
const exclusiveType = "aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive";
const groupKind = { types: groupTypes, keys: ["id"] };
const fix = "state all of its rules in one place";

export const securityGroupRulesOneStyle = rule({
  name: "security-group-rules-one-style",
  displayName: "A security group has its rules in one place",
  description: "A security group with inline rules has no rule resources as well: each removes the other's rules.",
  why: "The provider removes rules that do not stand inline, so that each deployment closes ports that another one opened.",
  severity: "medium",
  level: "mandatory",
  url: "https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/",
  remediationSteps:
    "Move the inline rules to aws.vpc.SecurityGroupIngressRule and SecurityGroupEgressRule, one for each source.",
  controls: {},
  types: groupTypes,
  stack({ stack, run, on }) {
    for (const [group, members] of rulesByGroup(stack)) {
      for (const direction of ["ingress", "egress"] as const) {
        const isInline = hasInline(group, direction, run.statedInputs);
        const others = members.filter((member) => isOf(member, direction) !== false);
        if (isInline === false || others.length === 0) continue;
        const vague = others.find((member) => isOf(member, direction) === UNKNOWN);
        const names = `${others.length > 1 ? "rules" : "rule"} ${few(others.map(({ name }) => `"${name}"`))}`;
        if (isInline === UNKNOWN) on(group).undecided(direction);
        else if (vague && others.length === 1) on(group).undecided(`the type of rule "${vague.name}"`);
        else if (group.type === defaultGroupType) on(group).deny(`it removes the ${direction} of ${names}; ${fix}`);
        else on(group).deny(`it has inline ${direction} beside ${names}, and each removes the other's; ${fix}`);
      }
    }
  },
});

/** Outputs repeat the rules of others: only what the program states is inline. */
function hasInline(group: StackResource, direction: Direction, inputs: StatedInputs): boolean | Unknown {
  // A default group is taken over whole, and with it whatever is not stated.
  if (group.type === defaultGroupType) return true;
  if (!inputs.has(group, direction)) return false;
  const rules = asList(at(group.props, direction));
  return rules === UNKNOWN ? UNKNOWN : rules.length > 0;
}

/** The rule resources of each group of the stack. */
function rulesByGroup(stack: Stack): Map<StackResource, StackResource[]> {
  const groups = new Map<StackResource, StackResource[]>();
  for (const member of stack.ofType(...groupRuleTypes, exclusiveType)) {
    const id = at(member.props, "securityGroupId");
    const [group] = named(stack, member, "securityGroupId", id, groupKind);
    if (!group) continue;
    const others = groups.get(group);
    if (others) others.push(member);
    else groups.set(group, [member]);
  }
  return groups;
}

/** What keeps the rules of a group to a list removes those of both directions. */
function isOf(member: StackResource, direction: Direction): boolean | Unknown {
  if (member.type === exclusiveType) return true;
  const { rules, unknown } = statedRules(member, direction);
  return unknown === undefined ? rules.length > 0 : UNKNOWN;
}
