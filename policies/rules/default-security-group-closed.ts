import { named } from "../facts/references";
import { groupRuleTypes } from "../facts/security-group-rules";
import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const defaultGroup = { types: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"], keys: ["id"] };
const vpc = { types: ["aws:ec2/vpc:Vpc"], keys: ["id"] };
/** A rule can name the group as an output of the VPC as well. */
const vpcAsGroup = { types: vpc.types, keys: ["defaultSecurityGroupId"] };

const directions = ["ingress", "egress"];

export const defaultSecurityGroupClosed = rule({
  name: "default-security-group-closed",
  displayName: "Default security groups let nothing through",
  description: "The default security group of every VPC is taken over by the stack and has no rules.",
  why: "What names no group gets the default one, and as AWS makes it, its members reach each other on every port and the whole internet.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2",
  remediationSteps:
    "Add an aws.ec2.DefaultSecurityGroup with the vpcId of the VPC and no ingress or egress; it removes AWS's own rules.",
  controls: { fsbp: ["EC2.2"], cis: ["6.5"] },
  types: defaultGroup.types,
  subjects: [...vpc.types, ...defaultGroup.types],
  resource({ resource, deny, undecided }) {
    for (const property of directions) {
      const rules = asList(at(resource.props, property));
      if (rules === UNKNOWN) undecided(property);
      else if (rules.length > 0)
        deny(`${property} has ${rules.length} rule${rules.length > 1 ? "s" : ""}; remove them`);
    }
  },
  remediate({ props }) {
    return directions.flatMap((property) => {
      const rules = asList(at(props, property));
      return rules === UNKNOWN || rules.length === 0 ? [] : [{ path: [property], value: [] }];
    });
  },
  stack({ stack, on }) {
    const closed = new Set(
      stack
        .ofType(...defaultGroup.types)
        .flatMap((group) => named(stack, group, "vpcId", at(group.props, "vpcId"), vpc)),
    );
    for (const network of stack.ofType(...vpc.types)) {
      if (closed.has(network)) continue;
      on(network).deny("its default security group keeps AWS's open rules; add a DefaultSecurityGroup");
    }
    for (const opening of stack.ofType(...groupRuleTypes)) {
      const id = at(opening.props, "securityGroupId");
      const [opened] = [defaultGroup, vpcAsGroup].flatMap((kind) => named(stack, opening, "securityGroupId", id, kind));
      if (opened) on(opening).deny("it opens a default security group; use a security group of its own");
    }
  },
});
