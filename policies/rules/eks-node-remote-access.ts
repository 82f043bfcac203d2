import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const eksNodeRemoteAccess = rule({
  name: "eks-node-remote-access",
  displayName: "Nodes take SSH from stated security groups alone",
  description: "A node group with an SSH key names the security groups that may use it.",
  why: "With a key and no groups EKS opens port 22 of the nodes to the whole internet.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html",
  remediationSteps:
    "Remove remoteAccess and use Session Manager; or name sourceSecurityGroupIds beside ec2SshKey, without which the port is open to the internet.",
  controls: {},
  types: ["aws:eks/nodeGroup:NodeGroup"],
  resource({ resource, deny, undecided }) {
    const access = at(resource.props, "remoteAccess");
    if (access === UNKNOWN) return undecided("remoteAccess");
    const groups = asList(at(access, "sourceSecurityGroupIds"));
    if (at(access, "ec2SshKey") === undefined || (groups !== UNKNOWN && groups.length > 0)) return;
    if (groups === UNKNOWN) undecided("remoteAccess.sourceSecurityGroupIds");
    else deny("remoteAccess.ec2SshKey is set without sourceSecurityGroupIds; remove it or name security groups");
  },
});
