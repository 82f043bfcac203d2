import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { defaultTlsPolicy, furtherCertificates, type LoadBalancerSurroundings, type Tls } from "../load-balancer";
import { httpCheck, type TargetGroupSettings, type TargetGroupSurroundings } from "../target-group";

/** What decides how a Network Load Balancer is. */
interface NetworkBalancerSettings {
  readonly exposure: "internet" | "internal";
  readonly deletionProtection: boolean;
}

export function networkBalancer(
  name: string,
  { exposure, deletionProtection }: NetworkBalancerSettings,
  { subnetIds, securityGroupId, logBucket }: LoadBalancerSurroundings,
  opts: pulumi.CustomResourceOptions,
): aws.lb.LoadBalancer {
  return new aws.lb.LoadBalancer(
    `${name}-lb`,
    {
      loadBalancerType: "network",
      internal: exposure === "internal",
      subnets: subnetIds,
      // A Network Load Balancer that was made without a group can never have one.
      securityGroups: [securityGroupId],
      // AWS logs what comes over TLS, and nothing else.
      accessLogs: { enabled: true, bucket: logBucket },
      // Otherwise a zone with fewer tasks gives each of them more.
      enableCrossZoneLoadBalancing: true,
      enableDeletionProtection: deletionProtection,
      tags: { Name: `${name}-lb` },
    },
    opts,
  );
}

/** Where a Network Load Balancer listens, and what it speaks there. */
export interface NetworkEntrance {
  readonly port: number;
  readonly tls: Tls | "none";
}

/** A listener that passes everything on to a target group. */
export function networkListener(
  name: string,
  loadBalancerArn: pulumi.Input<string>,
  { port, tls }: NetworkEntrance,
  target: aws.lb.TargetGroup,
  opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): aws.lb.Listener {
  const defaultActions = [{ type: "forward", targetGroupArn: target.arn }];
  if (tls === "none")
    return new aws.lb.Listener(name, { loadBalancerArn, port, protocol: "TCP", defaultActions }, opts);

  const { certificateArn, policy = defaultTlsPolicy } = tls;
  const listener = new aws.lb.Listener(
    name,
    { loadBalancerArn, port, protocol: "TLS", sslPolicy: policy, certificateArn, defaultActions },
    opts,
  );
  furtherCertificates(name, listener, tls, opts.parent);
  return listener;
}

/**
 * A target group for TCP. Its targets are healthy when they answer a request, or, where no HTTP/1.1 is spoken, when
 * they take a connection: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html
 */
export function networkTargetGroup(
  name: string,
  { vpcId, targetType }: Omit<TargetGroupSurroundings, "protocolVersion">,
  { appPort, healthCheck, deregistrationDelaySeconds }: TargetGroupSettings,
  speaksHttp: boolean,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  const { path: _path, matcher: _matcher, ...connection } = httpCheck(healthCheck);
  return new aws.lb.TargetGroup(
    name,
    {
      vpcId,
      targetType,
      protocol: "TCP",
      port: appPort,
      healthCheck: speaksHttp ? httpCheck(healthCheck) : { ...connection, protocol: "TCP" },
      deregistrationDelay: deregistrationDelaySeconds,
      // Otherwise a client with an open connection stays with the task until the task is gone.
      connectionTermination: true,
      tags: { Name: name },
    },
    { parent },
  );
}
