import type { Group } from "../group";
import { appIngressFromSecurityGroups } from "../rules/app-ingress-from-security-groups";
import { defaultSecurityGroupClosed } from "../rules/default-security-group-closed";
import { naclAttached } from "../rules/nacl-attached";
import { naclNoAllPorts } from "../rules/nacl-no-all-ports";
import { naclNoPublicAdminPorts } from "../rules/nacl-no-public-admin-ports";
import { networkInterfaceSourceDestCheck } from "../rules/network-interface-source-dest-check";
import { noDefaultVpc } from "../rules/no-default-vpc";
import { noIgwRouteOnPrivateSubnet } from "../rules/no-igw-route-on-private-subnet";
import { noPublicAdminPorts } from "../rules/no-public-admin-ports";
import { noPublicAllPorts } from "../rules/no-public-all-ports";
import { noPublicHttp } from "../rules/no-public-http";
import { noPublicRdp } from "../rules/no-public-rdp";
import { noPublicSsh } from "../rules/no-public-ssh";
import { noUnrestrictedEgress } from "../rules/no-unrestricted-egress";
import { peeringRoutesLeastAccess } from "../rules/peering-routes-least-access";
import { privateWorkloads } from "../rules/private-workloads";
import { publicIngressOnlyOnLoadBalancers } from "../rules/public-ingress-only-on-load-balancers";
import { publicIngressPortsAllowlist } from "../rules/public-ingress-ports-allowlist";
import { securityGroupDescription } from "../rules/security-group-description";
import { securityGroupIdNotInlineSelfOpen } from "../rules/security-group-id-not-inline-self-open";
import { securityGroupRuleDescription } from "../rules/security-group-rule-description";
import { securityGroupRulesOneStyle } from "../rules/security-group-rules-one-style";
import { securityGroupUsed } from "../rules/security-group-used";
import { subnetNoAutoPublicIp } from "../rules/subnet-no-auto-public-ip";
import { transitGatewayNoAutoAccept } from "../rules/transit-gateway-no-auto-accept";
import { vpcBlockPublicAccess } from "../rules/vpc-block-public-access";
import { vpcDnsEnabled } from "../rules/vpc-dns-enabled";
import { vpcEndpointPolicyNarrow } from "../rules/vpc-endpoint-policy-narrow";
import { vpcEndpointServiceAcceptance } from "../rules/vpc-endpoint-service-acceptance";
import { vpcFlowLogs } from "../rules/vpc-flow-logs";
import { vpcGatewayEndpoints } from "../rules/vpc-gateway-endpoints";
import { vpcInterfaceEndpoints } from "../rules/vpc-interface-endpoints";

/** Security groups, network ACLs, subnets, routes, endpoints and what they let in. */
export const network: Group = {
  title: "Network",
  rules: [
    appIngressFromSecurityGroups,
    defaultSecurityGroupClosed,
    naclAttached,
    naclNoAllPorts,
    naclNoPublicAdminPorts,
    networkInterfaceSourceDestCheck,
    noDefaultVpc,
    noIgwRouteOnPrivateSubnet,
    noPublicAdminPorts,
    noPublicAllPorts,
    noPublicHttp,
    noPublicRdp,
    noPublicSsh,
    noUnrestrictedEgress,
    peeringRoutesLeastAccess,
    privateWorkloads,
    publicIngressOnlyOnLoadBalancers,
    publicIngressPortsAllowlist,
    securityGroupDescription,
    securityGroupIdNotInlineSelfOpen,
    securityGroupRuleDescription,
    securityGroupRulesOneStyle,
    securityGroupUsed,
    subnetNoAutoPublicIp,
    transitGatewayNoAutoAccept,
    vpcBlockPublicAccess,
    vpcDnsEnabled,
    vpcEndpointPolicyNarrow,
    vpcEndpointServiceAcceptance,
    vpcFlowLogs,
    vpcGatewayEndpoints,
    vpcInterfaceEndpoints,
  ],
};
