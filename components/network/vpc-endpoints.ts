import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { IpRange } from "../ip-range";
import { endpointPolicy } from "./endpoint-policy";

/** A service with a gateway endpoint: a route in the route tables, free of charge. */
export type GatewayEndpoint = "s3" | "dynamodb";

/** The services that a kind of workload calls, or the exact name of one service: `com.amazonaws.eu-west-1.kms`. */
export type InterfaceEndpoint = "ssm" | "ecs" | "eks" | `com.amazonaws.${string}`;

const presets: Record<string, readonly string[]> = {
  // Agents fall back on a third, ec2messages, only where they cannot reach ssmmessages:
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
  ssm: ["ssm", "ssmmessages"],
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
  // and, to pull images and write logs, https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
  ecs: ["ecs", "ecs-agent", "ecs-telemetry", "ecr.api", "ecr.dkr", "logs", "secretsmanager"],
  // https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
  eks: ["eks", "eks-auth", "ec2", "elasticloadbalancing", "sts", "ecr.api", "ecr.dkr", "logs"],
};

/**
 * The services behind presets and names, each once, sorted: `ecr.api`, not its name in a region.
 *
 * @throws when one is neither a preset nor the name of a service of AWS, or is one for `gatewayEndpoints`.
 */
export function readInterfaceEndpoints(endpoints: readonly InterfaceEndpoint[], check: ArgumentCheck): string[] {
  const services = endpoints.flatMap((endpoint): readonly string[] => {
    const preset = presets[endpoint];
    if (preset) return preset;
    const service = /^com\.amazonaws\.[a-z]+(?:-[a-z]+)+-\d+\.([a-z0-9.-]+)$/.exec(endpoint)?.[1];
    const requirement = 'must hold "ssm", "ecs", "eks" or service names such as "com.amazonaws.eu-west-1.kms"';
    check(service !== undefined, "interfaceEndpoints", requirement, endpoint);
    const isGateway = service === "s3" || service === "dynamodb";
    check(
      !isGateway,
      "interfaceEndpoints",
      "must not hold s3 or dynamodb, which gatewayEndpoints reach free of charge",
      endpoint,
    );
    return [service];
  });
  return [...new Set(services)].sort();
}

/** Makes the gateway endpoints, for the route tables of every tier. */
export function createGatewayEndpoints(
  name: string,
  vpcId: pulumi.Input<string>,
  services: readonly GatewayEndpoint[],
  routeTableIds: pulumi.Input<string>[],
  parent: pulumi.Resource,
) {
  const region = aws.getRegionOutput({}, { parent }).region;
  for (const service of services) {
    const role = `${name}-endpoint-${service}`;
    const serviceName = pulumi.interpolate`com.amazonaws.${region}.${service}`;
    new aws.ec2.VpcEndpoint(
      role,
      {
        vpcId,
        vpcEndpointType: "Gateway",
        serviceName,
        routeTableIds,
        policy: endpointPolicy(service, parent),
        tags: { Name: role },
      },
      { parent },
    );
  }
}

/** What interface endpoints are made of. */
export interface InterfaceEndpointArgs {
  readonly vpc: aws.ec2.Vpc;
  readonly range: IpRange;
  readonly ipv6: boolean;
  readonly services: readonly string[];
  readonly subnetIds: pulumi.Input<string>[];
}

/** Makes the interface endpoints, which answer HTTPS from within the VPC under the services' own names. */
export function createInterfaceEndpoints(name: string, args: InterfaceEndpointArgs, parent: pulumi.Resource) {
  const { vpc, range, ipv6, services, subnetIds } = args;
  if (services.length === 0) return;
  const group = new aws.ec2.SecurityGroup(
    `${name}-endpoints`,
    {
      vpcId: vpc.id,
      description: "Interface endpoints: HTTPS from within the VPC",
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-endpoints` },
    },
    { parent },
  );
  const admit = (role: string, from: { cidrIpv4: string } | { cidrIpv6: pulumi.Input<string> }) =>
    new aws.vpc.SecurityGroupIngressRule(
      role,
      {
        securityGroupId: group.id,
        description: "HTTPS from within the VPC",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        ...from,
      },
      { parent },
    );
  admit(`${name}-endpoints-in-tcp-443-${range.cidr}`, { cidrIpv4: range.cidr });
  if (ipv6) admit(`${name}-endpoints-in-tcp-443-ipv6`, { cidrIpv6: vpc.ipv6CidrBlock });
  const region = aws.getRegionOutput({}, { parent }).region;
  for (const service of services) {
    const role = `${name}-endpoint-${service}`;
    new aws.ec2.VpcEndpoint(
      role,
      {
        vpcId: vpc.id,
        vpcEndpointType: "Interface",
        serviceName: pulumi.interpolate`com.amazonaws.${region}.${service}`,
        subnetIds,
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        tags: { Name: role },
      },
      { parent },
    );
  }
}
