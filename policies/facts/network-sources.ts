import type { StackResource } from "../resource";
import { groupTypes } from "./security-group-rules";

/** The types whose outputs are the addresses of a network, or of one thing in it. */
const networkTypes = [
  ...["aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/eip:Eip"],
  ...["aws:ec2/defaultSubnet:DefaultSubnet", "aws:ec2/natGateway:NatGateway", "aws:ec2/instance:Instance"],
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
  "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation",
];

/** True when the CIDRs of a property that are not known yet come from networks of the stack: they are not the world. */
export function comesFromNetworks(resource: StackResource, property: string): boolean {
  const sources = resource.references(property).filter(({ type }) => !groupTypes.includes(type));
  return sources.length > 0 && sources.every(({ type }) => networkTypes.includes(type));
}
