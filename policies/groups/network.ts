import type { Group } from "../group";
import { defaultSecurityGroupClosed } from "../rules/default-security-group-closed";
import { noPublicAllPorts } from "../rules/no-public-all-ports";
import { noPublicRdp } from "../rules/no-public-rdp";
import { noPublicSsh } from "../rules/no-public-ssh";
import { vpcFlowLogs } from "../rules/vpc-flow-logs";

/** Security groups, network ACLs, subnets, routes, endpoints and what they let in. */
export const network: Group = {
  title: "Network",
  rules: [defaultSecurityGroupClosed, noPublicAllPorts, noPublicRdp, noPublicSsh, vpcFlowLogs],
};
