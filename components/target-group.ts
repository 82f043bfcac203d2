import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";
import { checkGroupHealth, groupHealthInput, type TargetGroupHealth } from "./target-group/group-health";
import {
  checkRange,
  type HealthCheckSettings,
  httpCheck,
  readHealthCheck,
  type ServerHealthCheck,
} from "./target-group/health-check";
import { checkStickiness, type Stickiness, stickinessInput } from "./target-group/stickiness";

/** How requests find a healthy server. Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
export interface TargetGroupArgs {
  /** The TCP port on which the servers listen, 1–65535. @default 80 */
  readonly appPort?: number;
  /**
   * Whether requests are encrypted on their way to the servers as well. Servers then need a certificate, which may be of
   * their own making: the load balancer takes any.
   *
   * @default "HTTP": plain, within the network
   */
  readonly appProtocol?: "HTTP" | "HTTPS";
  /** What the servers speak. HTTP/2 and gRPC need HTTPS in front. @default "HTTP1" */
  readonly protocolVersion?: "HTTP1" | "HTTP2" | "GRPC";
  /** The request that a healthy server answers. @default GET /health, answered with 200 */
  readonly healthCheck?: ServerHealthCheck;
  /** How many servers of a zone must be healthy, or else. @default 1 for all */
  readonly targetGroupHealth?: TargetGroupHealth;
  /** Seconds for requests under way when a server leaves, 0–3600; 0 cuts them off. @default 300 */
  readonly deregistrationDelaySeconds?: number;
  /** Seconds over which a new server's share of requests grows, 30–900, or 0. @default 0: a full share at once */
  readonly slowStartSeconds?: number;
  /** Whether a client comes back to the same server. @default "none" */
  readonly stickiness?: Stickiness;
  /** How a server is chosen for a request. @default "roundRobin" */
  readonly algorithm?: keyof typeof algorithms;
  /** Whether servers that fail more often than the others get fewer requests; only with "weightedRandom". @default false */
  readonly anomalyMitigation?: boolean;
  /**
   * Whether each zone sends requests to the servers of all zones; without, each must have servers enough of its own, and
   * clients cannot come back to the same server.
   *
   * @default true
   */
  readonly crossZone?: boolean;
  /**
   * The TCP port, 1–65535, of AWS's agent on each server, which asks for as many requests as the server can take at once
   * (target optimizer). The agent must be installed, and stands before the app on its port.
   * https://aws.amazon.com/blogs/networking-and-content-delivery/drive-application-performance-with-application-load-balancer-target-optimizer
   *
   * @default none: servers take what comes
   */
  readonly targetControlPort?: number;
}

const algorithms = {
  roundRobin: "round_robin",
  leastOutstandingRequests: "least_outstanding_requests",
  weightedRandom: "weighted_random",
} as const;

/** The arguments with their defaults, checked. */
export interface TargetGroupSettings
  extends Required<Omit<TargetGroupArgs, "targetGroupHealth" | "targetControlPort">>,
    Pick<TargetGroupArgs, "targetGroupHealth" | "targetControlPort"> {
  readonly healthCheck: HealthCheckSettings;
}

export function readTargetGroup(check: ArgumentCheck, args: TargetGroupArgs): TargetGroupSettings {
  const { appPort = 80, deregistrationDelaySeconds = 300, slowStartSeconds = 0, stickiness = "none" } = args;
  const { appProtocol = "HTTP", protocolVersion = "HTTP1", algorithm = "roundRobin" } = args;
  const { anomalyMitigation = false, crossZone = true, targetGroupHealth, targetControlPort } = args;
  checkRange(check, "appPort", appPort, 1, 65535);
  checkRange(check, "deregistrationDelaySeconds", deregistrationDelaySeconds, 0, 3600);
  if (slowStartSeconds !== 0) {
    checkRange(check, "slowStartSeconds", slowStartSeconds, 30, 900);
    const grows = algorithm === "roundRobin";
    check(grows, "algorithm", 'must be "roundRobin" for slowStartSeconds to work', algorithm);
  }
  const mitigates = !anomalyMitigation || algorithm === "weightedRandom";
  check(mitigates, "algorithm", 'must be "weightedRandom" for anomalyMitigation to work', algorithm);
  checkStickiness(check, stickiness);
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/disable-cross-zone.html
  const spreads = crossZone || stickiness === "none";
  check(spreads, "crossZone", 'must be true unless stickiness is "none"', crossZone);
  if (targetGroupHealth) checkGroupHealth(check, targetGroupHealth);
  const healthCheck = readHealthCheck(check, args.healthCheck ?? {}, protocolVersion === "GRPC" ? "gRPC" : "HTTP");
  if (targetControlPort !== undefined) {
    checkRange(check, "targetControlPort", targetControlPort, 1, 65535);
    check(targetControlPort !== appPort, "targetControlPort", "must not be the appPort", targetControlPort);
  }
  return {
    appPort,
    appProtocol,
    protocolVersion,
    healthCheck,
    targetGroupHealth,
    deregistrationDelaySeconds,
    slowStartSeconds,
    stickiness,
    algorithm,
    anomalyMitigation,
    crossZone,
    targetControlPort,
  };
}

/**
 * @param speaksTls whether clients speak HTTPS to the load balancer
 * @throws when servers speak what clients cannot
 */
export function checkProtocolVersion(
  check: ArgumentCheck,
  { protocolVersion }: TargetGroupSettings,
  speaksTls: boolean,
): void {
  const fits = speaksTls || protocolVersion === "HTTP1";
  check(fits, "protocolVersion", 'must be "HTTP1" where the load balancer has no tls', protocolVersion);
}

/** The TCP ports that servers must open to the load balancer, first that of requests. */
export function targetPorts({ appPort, healthCheck, targetControlPort }: TargetGroupSettings): [number, ...number[]] {
  const further = [healthCheck.port ?? appPort, targetControlPort ?? appPort].filter((port) => port !== appPort);
  return [appPort, ...new Set(further)];
}

/** What the group is for. */
export interface TargetGroupSurroundings {
  readonly vpcId: pulumi.Input<string>;
  /** Whether targets are registered by the id of their instance or by their own address. */
  readonly targetType: "instance" | "ip";
}

/**
 * The group of servers that listeners forward to. It has no physical name of its own choice: a group that must be
 * replaced could then not be made before the old one leaves its listener, and never could go (pulumi-aws#4220).
 */
export function targetGroup(
  name: string,
  { vpcId, targetType }: TargetGroupSurroundings,
  settings: TargetGroupSettings,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  const { appProtocol, protocolVersion, healthCheck, targetGroupHealth } = settings;
  return new aws.lb.TargetGroup(
    name,
    {
      vpcId,
      targetType,
      protocol: appProtocol,
      protocolVersion: protocolVersion === "HTTP1" ? undefined : protocolVersion,
      port: settings.appPort,
      targetControlPort: settings.targetControlPort,
      healthCheck: httpCheck({ ...healthCheck, protocol: healthCheck.protocol ?? appProtocol }),
      targetGroupHealth: targetGroupHealth && groupHealthInput(targetGroupHealth),
      deregistrationDelay: settings.deregistrationDelaySeconds,
      slowStart: settings.slowStartSeconds,
      stickiness: stickinessInput(settings.stickiness),
      loadBalancingAlgorithmType: algorithms[settings.algorithm],
      loadBalancingAnomalyMitigation: settings.anomalyMitigation ? "on" : undefined,
      loadBalancingCrossZoneEnabled: settings.crossZone ? undefined : "false",
      tags: { Name: name },
    },
    { parent },
  );
}
