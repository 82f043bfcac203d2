import { type Use, usesOf } from "../facts/references";
import { groupRuleTypes } from "../facts/security-group-rules";
import { attachmentsOf } from "../facts/security-group-users";
import { at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

/** What belongs to a group and says nothing of who uses it, by the property that names the group. */
const partTypes = new Map([
  ...groupRuleTypes.map((type) => [type, "securityGroupId"] as const),
  ["aws:ec2/vpcSecurityGroupRulesExclusive:VpcSecurityGroupRulesExclusive", "securityGroupId"],
  ["aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "securityGroupId"],
  ["aws:ec2/tag:Tag", "resourceId"],
]);

export const securityGroupUsed = rule({
  name: "security-group-used",
  displayName: "Security groups are used",
  description: "Every security group is taken by something of the stack, named by another group's rules, or exported.",
  why: "Groups that nobody uses hide those that matter, and one with open ports may be attached by mistake.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-22",
  remediationSteps: "Give the group to what it is for, export its id for other stacks, or remove it.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const unused = stack.ofType("aws:ec2/securityGroup:SecurityGroup").filter((group) => !isUsed(stack, group));
    if (unused.length === 0) return;
    const exported = outputsOf(stack);
    for (const group of unused) {
      const keys = [at(group.props, "id"), at(group.props, "arn")];
      if (keys.some((key) => key !== UNKNOWN && exported.has(key))) continue;
      if (exported.has(UNKNOWN)) on(group).undecided("whether an output of the stack names it");
      else on(group).deny("nothing uses it; give it to what it is for, or remove it");
    }
  },
});

function isUsed(stack: Stack, group: StackResource): boolean {
  const uses = usesOf(stack, group);
  // A rule of the group may name the group as its source too.
  const parts = new Set(uses.filter(isPart).map(({ user }) => user));
  return uses.some(({ user }) => !parts.has(user)) || attachmentsOf(stack, { itself: group, members: [] }).length > 0;
}

function isPart({ user, property }: Use): boolean {
  return partTypes.get(user.type) === property;
}

/** What the stack hands on: at preview some of it may not be known, and can then be anything. */
function outputsOf(stack: Stack): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  const add = (value: unknown) => {
    if (typeof value === "object" && value !== null) for (const member of Object.values(value)) add(member);
    else if (value !== undefined) found.add(value);
  };
  for (const { props } of stack.ofType("pulumi:pulumi:Stack")) add(props);
  return found;
}
