import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { endpointPolicy } from "./endpoint-policy";
import type { OwnRange } from "./own-ranges";

/** A service with a gateway endpoint: a route in the route tables, free of charge. */
export type GatewayEndpoint = "s3" | "dynamodb";

/** The services that a kind of workload calls, or the exact name of one service: `com.amazonaws.eu-west-1.kms`. */
export type EndpointService = "ssm" | "ecs" | "eks" | `com.amazonaws.${string}`;

/** Services with an endpoint, or services and how their endpoints are. */
export type InterfaceEndpoint = EndpointService | InterfaceEndpointOptions;

/** Services with an endpoint that is not as usual. */
export interface InterfaceEndpointOptions {
  readonly service: EndpointService;
  /**
   * What may be done through it, as JSON. AWS: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
   *
   * @default everything that the caller may do
   */
  readonly policy?: pulumi.Input<string>;
  /**
   * Where the service's own name leads to the endpoint: everywhere in the VPC; only for those who ask by an inbound
   * resolver endpoint, such as an office, while the VPC uses the gateway endpoint (S3 alone has both); or nowhere.
   *
   * @default "everywhere"
   */
  readonly privateDns?: "everywhere" | "inboundResolver" | "none";
}

/** A checked endpoint: a service as `ecr.api`, not by its name in a region. */
export type EndpointPlan = Omit<InterfaceEndpointOptions, "service"> & { readonly service: string };

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
 * The endpoints behind presets and names, each service once, sorted. A service that options name is as they say.
 *
 * @throws when one is neither a preset nor the name of a service of AWS, two say how a service is, or a service is one
 *   for `gatewayEndpoints`.
 */
export function readInterfaceEndpoints(
  endpoints: readonly InterfaceEndpoint[],
  gatewayEndpoints: readonly GatewayEndpoint[],
  check: ArgumentCheck,
): EndpointPlan[] {
  const plans = new Map<string, EndpointPlan>();
  const plain = endpoints.flatMap((endpoint) => (typeof endpoint === "string" ? servicesOf(endpoint, check) : []));
  for (const service of plain) plans.set(service, { service });
  const special = endpoints.flatMap((endpoint) =>
    typeof endpoint === "string"
      ? []
      : servicesOf(endpoint.service, check).map((service): EndpointPlan => ({ ...endpoint, service })),
  );
  for (const [index, plan] of special.entries()) {
    const isFirst = special.findIndex(({ service }) => service === plan.service) === index;
    check(isFirst, "interfaceEndpoints", "must not say twice how a service's endpoint is", plan.service);
    plans.set(plan.service, plan);
  }
  for (const plan of plans.values()) checkPlace(plan, gatewayEndpoints, check);
  return [...plans.values()].sort((one, other) => (one.service < other.service ? -1 : 1));
}

function servicesOf(endpoint: EndpointService, check: ArgumentCheck): readonly string[] {
  const preset = presets[endpoint];
  if (preset) return preset;
  const service = /^com\.amazonaws\.[a-z]+(?:-[a-z]+)+-\d+\.([a-z0-9.-]+)$/.exec(endpoint)?.[1];
  const requirement = 'must hold "ssm", "ecs", "eks" or service names such as "com.amazonaws.eu-west-1.kms"';
  check(service !== undefined, "interfaceEndpoints", requirement, endpoint);
  return [service];
}

/** Of the services with gateway endpoints, only S3 has names for an office: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html */
function checkPlace(
  { service, privateDns = "everywhere" }: EndpointPlan,
  gatewayEndpoints: readonly GatewayEndpoint[],
  check: ArgumentCheck,
) {
  const isGateway = service === "s3" || service === "dynamodb";
  check(
    !isGateway || privateDns !== "everywhere",
    "interfaceEndpoints",
    "must not hold s3 or dynamodb, which gatewayEndpoints reach free of charge",
    service,
  );
  const isForOffices = privateDns !== "inboundResolver" || (service === "s3" && gatewayEndpoints.includes("s3"));
  check(
    isForOffices,
    "interfaceEndpoints.privateDns",
    'must be "inboundResolver" for s3 alone, beside its gateway endpoint',
    service,
  );
}

/** Makes the gateway endpoints, for the route tables of every tier. */
export function createGatewayEndpoints(
  name: string,
  vpcId: pulumi.Input<string>,
  services: readonly GatewayEndpoint[],
  routeTableIds: pulumi.Input<string>[],
  parent: pulumi.Resource,
): aws.ec2.VpcEndpoint[] {
  const region = aws.getRegionOutput({}, { parent }).region;
  return services.map((service) => {
    const role = `${name}-endpoint-${service}`;
    const serviceName = pulumi.interpolate`com.amazonaws.${region}.${service}`;
    return new aws.ec2.VpcEndpoint(
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
  });
}

/** What interface endpoints are made of. */
export interface InterfaceEndpointArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly own: readonly OwnRange[];
  readonly endpoints: readonly EndpointPlan[];
  readonly subnetIds: pulumi.Input<string>[];
  /** One for the same service has to be there before an endpoint with names for an office. */
  readonly gatewayEndpoints: pulumi.Resource[];
}

/** Makes the interface endpoints, which answer HTTPS from within the VPC under the services' own names. */
export function createInterfaceEndpoints(name: string, args: InterfaceEndpointArgs, parent: pulumi.Resource) {
  const { vpcId, own, endpoints, subnetIds, gatewayEndpoints } = args;
  if (endpoints.length === 0) return;
  const group = new aws.ec2.SecurityGroup(
    `${name}-endpoints`,
    {
      vpcId,
      description: "Interface endpoints: HTTPS from within the VPC",
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-endpoints` },
    },
    { parent },
  );
  for (const { family, key, cidr } of own) {
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-endpoints-in-tcp-443-${key}`,
      {
        securityGroupId: group.id,
        description: "HTTPS from within the VPC",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        ...(family === "ipv4" ? { cidrIpv4: cidr } : { cidrIpv6: cidr }),
      },
      { parent },
    );
  }
  const region = aws.getRegionOutput({}, { parent }).region;
  for (const { service, policy, privateDns = "everywhere" } of endpoints) {
    // The gateway endpoint of the same service has the plain name.
    const isBeside = service === "s3" || service === "dynamodb";
    const role = `${name}-endpoint-${service}${isBeside ? "-interface" : ""}`;
    new aws.ec2.VpcEndpoint(
      role,
      {
        vpcId,
        vpcEndpointType: "Interface",
        serviceName: pulumi.interpolate`com.amazonaws.${region}.${service}`,
        subnetIds,
        securityGroupIds: [group.id],
        privateDnsEnabled: privateDns !== "none",
        ...(privateDns === "inboundResolver" && { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: true } }),
        ...(policy !== undefined && { policy }),
        tags: { Name: role },
      },
      { parent, ...(privateDns === "inboundResolver" && { dependsOn: gatewayEndpoints }) },
    );
  }
}
