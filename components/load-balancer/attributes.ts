import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { LoadBalancerSettings } from "../load-balancer";
import { type BalancerLog, logPrefixes } from "../log-bucket/balancer-logs";
import type { balancerAttributeNames, Stated } from "./attribute-names";

/** What is set on every load balancer, or as the settings say; what is undefined, AWS decides. */
export function balancerAttributes(settings: LoadBalancerSettings) {
  const { requestHeaders, webAclFailure } = settings;
  return {
    dropInvalidHeaderFields: true,
    desyncMitigationMode: "strictest",
    enableDeletionProtection: settings.deletionProtection,
    enableZonalShift: settings.zonalShift,
    idleTimeout: settings.idleTimeoutSeconds,
    clientKeepAlive: settings.clientKeepAliveSeconds,
    enableHttp2: settings.http2,
    enableWafFailOpen: webAclFailure && webAclFailure === "pass",
    preserveHostHeader: requestHeaders.preserveHost,
    xffHeaderProcessingMode: requestHeaders.forwardedFor,
    enableXffClientPort: requestHeaders.clientPort,
    enableTlsVersionAndCipherSuiteHeaders: requestHeaders.tls,
  } as const satisfies Stated<typeof balancerAttributeNames>;
}

/** The logs that are on, as inputs of a load balancer. */
export function balancerLogs(
  { connectionLogs, healthCheckLogs }: LoadBalancerSettings,
  bucket: pulumi.Input<string>,
): Pick<aws.lb.LoadBalancerArgs, "accessLogs" | "connectionLogs" | "healthCheckLogs"> {
  const log = (kind: BalancerLog) => ({ enabled: true, bucket, prefix: logPrefixes[kind] });
  return {
    accessLogs: log("access"),
    connectionLogs: connectionLogs ? log("connection") : undefined,
    healthCheckLogs: healthCheckLogs ? log("healthCheck") : undefined,
  };
}

/** The logs that are on, as attributes of AWS. */
export function namedLogs({ connectionLogs, healthCheckLogs }: LoadBalancerSettings, bucket: string) {
  const log = (name: string, kind: BalancerLog) => ({
    [`${name}.s3.enabled`]: "true",
    [`${name}.s3.bucket`]: bucket,
    [`${name}.s3.prefix`]: logPrefixes[kind],
  });
  return {
    ...log("access_logs", "access"),
    ...(connectionLogs && log("connection_logs", "connection")),
    ...(healthCheckLogs && log("health_check_logs", "healthCheck")),
  };
}
