import { aclsOf, networkAclType } from "../facts/network-acls";
import { everyPort } from "../facts/ports";
import { type AclExposure, judgeAcl, judgeAcls } from "../facts/public-acls";
import { worldLimitSettings } from "../facts/public-ports";
import { rule } from "../rule";
import type { Values } from "../settings";

const exposure = (limits: Values<typeof worldLimitSettings>): AclExposure => ({
  ports: [everyPort("tcp"), everyPort("udp")],
  limits,
});

export const naclNoAllPorts = rule({
  name: "nacl-no-all-ports",
  displayName: "Network ACLs let in some ports, not all",
  description: "No network ACL but a default one has a rule that lets the whole internet reach every port.",
  why: "An ACL that lets in everything is no second line of defence: one mistake in a security group then opens the way.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
  remediationSteps: "State the ports that the subnets serve, and 1024-65535 for the replies to what they call.",
  controls: {},
  settings: worldLimitSettings,
  // A default ACL stands in for what nobody decided, and AWS opens it.
  types: [networkAclType],
  resource({ resource, settings, ...verdicts }) {
    judgeAcl(resource, exposure(settings), verdicts);
  },
  stack({ stack, settings, on }) {
    const acls = aclsOf(stack).filter(({ isDefault }) => !isDefault);
    judgeAcls(acls, exposure(settings), on);
  },
});
