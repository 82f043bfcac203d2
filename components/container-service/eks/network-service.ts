import * as pulumi from "@pulumi/pulumi";
import { environment } from "../../environment";
import { defaultTlsPolicy } from "../../load-balancer/tls";
import { LogBucket } from "../../log-bucket";
import { listenerPort } from "../../service-balancer/edge-group";
import type { NetworkBalancing } from "../balancing";
import type { Service } from "../service";
import { attributes, certificates } from "./balancer-annotations";
import type { Workload } from "./workload";

const prefix = "service.beta.kubernetes.io/aws-load-balancer";

/** What makes a Service a Network Load Balancer: https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html */
export function networkAnnotations(
  { name, service, parent }: Workload,
  balancing: NetworkBalancing,
  edgeGroupId: pulumi.Input<string>,
): Record<string, pulumi.Input<string>> {
  const { exposure, tls, deletionProtection = environment() === "prod", logRetentionDays } = balancing;
  const { network, deregistrationDelaySeconds } = service;
  const logs = new LogBucket(`${name}-logs`, { retentionDays: logRetentionDays, writer: "network" }, { parent });
  const subnetIds = exposure === "internet" ? network.publicSubnetIds : network.privateSubnetIds;
  const secure: Record<string, pulumi.Input<string>> = tls === "none"
    ? {}
    : {
        [`${prefix}-ssl-cert`]: certificates(tls),
        [`${prefix}-ssl-ports`]: String(listenerPort(balancing)),
        [`${prefix}-ssl-negotiation-policy`]: tls.policy ?? defaultTlsPolicy,
      };
  return {
    [`${prefix}-scheme`]: exposure === "internet" ? "internet-facing" : "internal",
    [`${prefix}-nlb-target-type`]: "ip",
    [`${prefix}-subnets`]: pulumi.output(subnetIds).apply((ids) => ids.join(",")),
    [`${prefix}-security-groups`]: edgeGroupId,
    // The rule that lets the edge in to the pods is one of the plan's own.
    [`${prefix}-manage-backend-security-group-rules`]: "false",
    ...secure,
    ...healthAnnotations(service),
    [`${prefix}-target-group-attributes`]: attributes({
      "deregistration_delay.timeout_seconds": String(deregistrationDelaySeconds),
      "deregistration_delay.connection_termination.enabled": "true",
    }),
    [`${prefix}-attributes`]: logs.bucketName.apply((bucket) =>
      attributes({
        "access_logs.s3.bucket": bucket,
        "access_logs.s3.enabled": "true",
        "deletion_protection.enabled": String(deletionProtection),
        "load_balancing.cross_zone.enabled": "true",
      }),
    ),
  };
}

/** A request where HTTP is spoken, otherwise a connection. */
function healthAnnotations({ healthCheck, entry }: Service): Record<string, string> {
  const { path, matcher, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = healthCheck;
  const speaksHttp = entry?.container.protocol === "http";
  return {
    [`${prefix}-healthcheck-protocol`]: speaksHttp ? "HTTP" : "TCP",
    [`${prefix}-healthcheck-port`]: "traffic-port",
    ...(speaksHttp && { [`${prefix}-healthcheck-path`]: path, [`${prefix}-healthcheck-success-codes`]: matcher }),
    [`${prefix}-healthcheck-interval`]: String(intervalSeconds),
    [`${prefix}-healthcheck-timeout`]: String(timeoutSeconds),
    [`${prefix}-healthcheck-healthy-threshold`]: String(healthyThreshold),
    [`${prefix}-healthcheck-unhealthy-threshold`]: String(unhealthyThreshold),
  };
}
