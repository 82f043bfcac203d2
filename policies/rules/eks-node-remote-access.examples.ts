import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const nodes = (remoteAccess?: unknown) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { remoteAccess } });
const bastion = { type: "aws:ec2/securityGroup:SecurityGroup", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a key that anyone may try",
      resources: { nodes: nodes({ ec2SshKey: "ops" }), empty: nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: [] }) },
      says: {
        nodes: "remoteAccess.ec2SshKey is set without sourceSecurityGroupIds; remove it or name security groups",
        empty: "remoteAccess.ec2SshKey is set without sourceSecurityGroupIds",
      },
    },
  ],
  allowed: [
    { title: "nodes without a key", resources: { nodes: nodes(), keyless: nodes({ sourceSecurityGroupIds: [] }) } },
    {
      title: "a key for a stated security group",
      resources: { bastion, nodes: nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: [ref("bastion")] }) },
    },
  ],
  undecided: [
    {
      title: "access that is not known",
      resources: { nodes: nodes(UNKNOWN) },
      says: { nodes: "remoteAccess is not known yet" },
    },
    {
      title: "security groups that are not known",
      resources: { nodes: nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: UNKNOWN }) },
      says: { nodes: "remoteAccess.sourceSecurityGroupIds is not known yet" },
    },
  ],
};
