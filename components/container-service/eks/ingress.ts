import { CustomResource } from "@pulumi/kubernetes/apiextensions";
import type { Service as KubernetesService } from "@pulumi/kubernetes/core/v1";
import { Ingress, IngressClass } from "@pulumi/kubernetes/networking/v1";
import type * as pulumi from "@pulumi/pulumi";
import { argumentCheck } from "../../argument-checks";
import { environment } from "../../environment";
import { readLoadBalancer } from "../../load-balancer";
import { defaultTlsPolicy } from "../../load-balancer/tls";
import { LogBucket } from "../../log-bucket";
import type { ApplicationBalancing } from "../balancing";
import type { Service } from "../service";
import {
  certificates,
  listenerAttributes,
  loadBalancerAttributes,
  mutualAuthentication,
  targetAttributes,
} from "./balancer-annotations";
import type { Workload } from "./workload";

const prefix = "alb.ingress.kubernetes.io";

/** What the load balancer sends its requests to. */
interface Backend {
  readonly service: KubernetesService;
  readonly port: number;
}

/**
 * An Application Load Balancer, made by the controller of Auto Mode. The class is the service's own: where a load
 * balancer stands, and who can reach it, is not for each Ingress to say.
 * https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
 */
export function ingress(
  { name, service, parent, opts }: Workload,
  balancing: ApplicationBalancing,
  edgeGroupId: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
  backend: Backend,
): Ingress {
  const { exposure, tls, webAclArn, logRetentionDays } = balancing;
  const check = argumentCheck(parent, "container service", name);
  const settings = readLoadBalancer(check, balancing, environment() === "prod");
  const { network, entry } = service;
  const logs = new LogBucket(`${name}-logs`, { retentionDays: logRetentionDays }, { parent });
  const params = new CustomResource(
    `${name}-class-params`,
    {
      apiVersion: "eks.amazonaws.com/v1",
      kind: "IngressClassParams",
      metadata: { name },
      spec: {
        scheme: exposure === "internet" ? "internet-facing" : "internal",
        subnets: { ids: exposure === "internet" ? network.publicSubnetIds : network.privateSubnetIds },
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
      },
    },
    opts,
  );
  const ingressClass = new IngressClass(
    `${name}-class`,
    {
      metadata: { name },
      spec: {
        controller: "eks.amazonaws.com/alb",
        parameters: { apiGroup: "eks.amazonaws.com", kind: "IngressClassParams", name: params.metadata.name },
      },
    },
    opts,
  );
  const ports = tls === "none" ? [{ HTTP: 80 }] : [{ HTTP: 80 }, { HTTPS: 443 }];
  const secure: Record<string, pulumi.Input<string>> = tls === "none"
    ? { [`${prefix}/listener-attributes.HTTP-80`]: listenerAttributes(settings) }
    : {
        [`${prefix}/certificate-arn`]: certificates(tls),
        [`${prefix}/ssl-policy`]: tls.policy ?? defaultTlsPolicy,
        [`${prefix}/ssl-redirect`]: "443",
        ...(tls.mutual && { [`${prefix}/mutual-authentication`]: mutualAuthentication(tls.mutual) }),
        [`${prefix}/listener-attributes.HTTPS-443`]: listenerAttributes(settings),
      };
  return new Ingress(
    `${name}-ingress`,
    {
      metadata: {
        name,
        namespace,
        annotations: {
          [`${prefix}/target-type`]: "ip",
          [`${prefix}/listen-ports`]: JSON.stringify(ports),
          ...secure,
          [`${prefix}/security-groups`]: edgeGroupId,
          // The rule that lets the edge in to the pods is one of the plan's own.
          [`${prefix}/manage-backend-security-group-rules`]: "false",
          [`${prefix}/backend-protocol-version`]: protocolVersion(entry?.container.protocol),
          ...healthAnnotations(service),
          [`${prefix}/target-group-attributes`]: targetAttributes(service),
          [`${prefix}/load-balancer-attributes`]: logs.bucketName.apply((bucket) =>
            loadBalancerAttributes(settings, bucket),
          ),
          ...(webAclArn !== undefined && { [`${prefix}/wafv2-acl-arn`]: webAclArn }),
        },
      },
      spec: {
        ingressClassName: ingressClass.metadata.name,
        rules: [
          {
            http: {
              paths: [
                {
                  path: "/",
                  pathType: "Prefix",
                  backend: { service: { name: backend.service.metadata.name, port: { number: backend.port } } },
                },
              ],
            },
          },
        ],
      },
    },
    // AWS tries the log bucket as it makes the load balancer, so the bucket's policy must be there.
    { ...opts, customTimeouts: { create: "20m", delete: "20m" }, dependsOn: [logs] },
  );
}

function healthAnnotations({ healthCheck, entry }: Service): Record<string, string> {
  const { path, matcher, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = healthCheck;
  return {
    [`${prefix}/healthcheck-protocol`]: "HTTP",
    [`${prefix}/healthcheck-port`]: "traffic-port",
    [`${prefix}/healthcheck-path`]: path,
    // A gRPC server answers with codes of its own: 12 is that it knows no such method, so it is there.
    [`${prefix}/success-codes`]: entry?.container.protocol === "grpc" ? "0,12" : matcher,
    [`${prefix}/healthcheck-interval-seconds`]: String(intervalSeconds),
    [`${prefix}/healthcheck-timeout-seconds`]: String(timeoutSeconds),
    [`${prefix}/healthy-threshold-count`]: String(healthyThreshold),
    [`${prefix}/unhealthy-threshold-count`]: String(unhealthyThreshold),
  };
}

function protocolVersion(protocol: string | undefined): string {
  switch (protocol) {
    case "http2":
      return "HTTP2";
    case "grpc":
      return "GRPC";
    default:
      return "HTTP1";
  }
}
