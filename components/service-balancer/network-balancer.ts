import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Tls } from "../load-balancer/tls";
import { forwardAction, networkListener as listenerOf } from "../network-balancer/listener";
import { networkTargetGroup as targetGroupOf } from "../network-balancer/target-group";
import type { TargetGroupSettings, TargetGroupSurroundings } from "../target-group";

/** Where a service's Network Load Balancer listens, and what it speaks there. */
export interface NetworkEntrance {
  readonly port: number;
  readonly tls: Tls | "none";
}

/** A listener that passes everything on to a service. */
export function networkListener(
  name: string,
  loadBalancerArn: pulumi.Input<string>,
  { port, tls }: NetworkEntrance,
  target: aws.lb.TargetGroup,
  opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): aws.lb.Listener {
  const entrance = tls === "none" ? ({ protocol: "tcp", port } as const) : ({ ...tls, protocol: "tls", port } as const);
  const action = forwardAction("service", () => target.arn);
  return listenerOf(name, loadBalancerArn, entrance, action, opts);
}

/**
 * A target group for TCP. Its targets are healthy when they answer a request, or, where no HTTP/1.1 is spoken, when
 * they take a connection: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html
 */
export function networkTargetGroup(
  name: string,
  { vpcId, targetType }: TargetGroupSurroundings,
  { appPort, healthCheck, deregistrationDelaySeconds }: TargetGroupSettings,
  speaksHttp: boolean,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  const { path, matcher, ...timing } = healthCheck;
  const health = speaksHttp
    ? ({ ...timing, protocol: "http", path, matcher } as const)
    : ({ ...timing, protocol: "tcp" } as const);
  const group = { protocol: "tcp", port: appPort, deregistrationDelaySeconds } as const;
  return targetGroupOf(name, { vpcId, targetType, healthCheck: health }, group, parent);
}
