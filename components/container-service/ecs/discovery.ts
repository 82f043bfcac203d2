import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { CloudMap, ServiceConnect } from "../discovery";
import type { Entry } from "../service";
import { cloudWatch, type LogDestination } from "./log-configuration";
import { serviceRole } from "./service-role";

/**
 * The entry of a service in a private DNS namespace: the addresses of its healthy tasks, and their port for whoever asks
 * for it, as an HTTP API does.
 */
export function cloudMapService(
  name: string,
  { namespaceId, alias = name, ttlSeconds = 10 }: CloudMap,
  parent: pulumi.Resource,
): aws.servicediscovery.Service {
  return new aws.servicediscovery.Service(
    `${name}-discovery`,
    {
      name: alias,
      description: `Tasks of ${name}`,
      dnsConfig: {
        namespaceId,
        routingPolicy: "MULTIVALUE",
        dnsRecords: ["A", "SRV"].map((type) => ({ type, ttl: ttlSeconds })),
      },
      // ECS tells which tasks are healthy.
      healthCheckCustomConfig: { failureThreshold: 1 },
      forceDestroy: true,
      tags: { Name: `${name}-discovery` },
    },
    { parent },
  );
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html */
export function serviceConnectConfiguration(
  name: string,
  connect: ServiceConnect,
  entry: Entry | undefined,
  namespaceArn: pulumi.Input<string>,
  tlsRoleArn: pulumi.Input<string> | undefined,
  logs: LogDestination,
): aws.types.input.ecs.ServiceServiceConnectConfiguration {
  const { alias = name, clientOnly = false, accessLog = "json", tls } = connect;
  const { idleTimeoutSeconds, requestTimeoutSeconds } = connect;
  const hasTimeout = idleTimeoutSeconds !== undefined || requestTimeoutSeconds !== undefined;
  const offered = entry &&
    !clientOnly && {
      portName: entry.container.name,
      discoveryName: alias,
      clientAlias: [{ dnsName: alias, port: connect.port ?? entry.port }],
      timeout: hasTimeout ? { idleTimeoutSeconds, perRequestTimeoutSeconds: requestTimeoutSeconds } : undefined,
      tls: tls && { issuerCertAuthority: { awsPcaAuthorityArn: tls.authorityArn }, roleArn: tlsRoleArn },
    };
  return {
    enabled: true,
    namespace: namespaceArn,
    services: offered ? [offered] : undefined,
    logConfiguration: cloudWatch("service-connect", logs),
    accessLogConfiguration:
      accessLog === "none" ? undefined : { format: accessLog.toUpperCase(), includeQueryParameters: "DISABLED" },
  };
}

/** The role by which ECS asks a private authority for the certificates of Service Connect. */
export function tlsRole(name: string, parent: pulumi.Resource) {
  return serviceRole(
    `${name}-tls-role`,
    `Lets ECS fetch certificates for ${name}`,
    "ecs.amazonaws.com",
    { ecs: "service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity" },
    parent,
  );
}

/** The role by which ECS puts tasks into a target group of VPC Lattice. */
export function latticeRole(name: string, parent: pulumi.Resource) {
  return serviceRole(
    `${name}-lattice-role`,
    `Lets ECS put tasks of ${name} into a target group of VPC Lattice`,
    "ecs.amazonaws.com",
    { ecs: "AmazonECSInfrastructureRolePolicyForVpcLattice" },
    parent,
  );
}
