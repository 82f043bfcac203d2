import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { genevePort } from "./gateway-balancer";

/** The ports that packets, health checks and calls of an appliance take. */
export interface ApplianceGroupArgs {
  readonly vpcId: pulumi.Input<string>;
  /** The range in which the load balancer has its addresses: a gateway has no security group to name. */
  readonly cidrBlock: pulumi.Input<string>;
  readonly healthCheckPort: number;
}

/**
 * The security group of the appliances. They send a packet back from the port that it came from, so to a stateful group
 * it is not a reply: both directions are admitted.
 */
export function applianceGroup(
  name: string,
  { vpcId, cidrBlock, healthCheckPort }: ApplianceGroupArgs,
  parent: pulumi.Resource,
): aws.ec2.SecurityGroup {
  const group = new aws.ec2.SecurityGroup(
    `${name}-appliance`,
    {
      vpcId,
      description: "Appliance: packets from and to the gateway load balancer, its health checks, HTTPS out",
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-appliance` },
    },
    { parent },
  );
  const securityGroupId = group.id;
  const packets = { securityGroupId, ipProtocol: "udp", fromPort: genevePort, toPort: genevePort, cidrIpv4: cidrBlock };
  new aws.vpc.SecurityGroupIngressRule(
    `${name}-appliance-in-geneve`,
    { ...packets, description: "GENEVE: udp 6081 from the gateway load balancer" },
    { parent },
  );
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-appliance-out-geneve`,
    { ...packets, description: "GENEVE: udp 6081 to the gateway load balancer" },
    { parent },
  );
  new aws.vpc.SecurityGroupIngressRule(
    `${name}-appliance-in-health`,
    {
      securityGroupId,
      ipProtocol: "tcp",
      fromPort: healthCheckPort,
      toPort: healthCheckPort,
      cidrIpv4: cidrBlock,
      description: `Health: tcp ${healthCheckPort} from the gateway load balancer`,
    },
    { parent },
  );
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-appliance-out-https`,
    {
      securityGroupId,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
      description: "Calls: tcp 443 to anywhere",
    },
    { parent },
  );
  return group;
}
