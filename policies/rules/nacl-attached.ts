import { aclKind, networkAclType } from "../facts/network-acls";
import { named } from "../facts/references";
import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const associationType = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

export const naclAttached = rule({
  name: "nacl-attached",
  displayName: "Network ACLs are attached to subnets",
  description: "Every network ACL has subnets; one without any protects nothing.",
  why: "An ACL that no subnet has filters nothing, and whoever reads it believes that it does.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-16",
  remediationSteps: "Name subnets in subnetIds, add an aws.ec2.NetworkAclAssociation for each, or remove the ACL.",
  controls: { fsbp: ["EC2.16"] },
  types: [networkAclType],
  stack({ stack, run, on }) {
    const associations = stack.ofType(associationType).map((association) => {
      const id = at(association.props, "networkAclId");
      return { association, id, acls: named(stack, association, "networkAclId", id, aclKind) };
    });
    const attached = new Set(associations.flatMap(({ acls }) => acls));
    const vague = associations.find(({ id, acls }) => id === UNKNOWN && acls.length === 0)?.association;
    for (const acl of stack.ofType(networkAclType)) {
      const subnets = asList(at(acl.props, "subnetIds"));
      // AWS fills in what the program does not state.
      const hasSubnets = subnets === UNKNOWN ? run.statedInputs.has(acl, "subnetIds") : subnets.length > 0;
      if (hasSubnets || attached.has(acl)) continue;
      if (vague) on(acl).undecided(`the networkAclId of the association "${vague.name}"`);
      else on(acl).deny("no subnet uses it; name subnets in subnetIds, or remove it");
    }
  },
});
