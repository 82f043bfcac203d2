import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/** How requests find a healthy server. Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
export interface TargetGroupArgs {
  /** The TCP port on which the servers listen, 1–65535. @default 80 */
  readonly appPort?: number;
  /** The request that a healthy server answers. @default GET /health, answered with 200 */
  readonly healthCheck?: HealthCheck;
  /** Seconds for requests under way when a server leaves, 0–3600; 0 cuts them off. @default 300 */
  readonly deregistrationDelaySeconds?: number;
  /** Seconds over which a new server's share of requests grows, 30–900, or 0. @default 0: a full share at once */
  readonly slowStartSeconds?: number;
  /** Whether a client comes back to the same server. @default "none" */
  readonly stickiness?: Stickiness;
  /** How a server is chosen for a request. @default "roundRobin" */
  readonly algorithm?: keyof typeof algorithms;
}

/** The health check of a server. Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export interface HealthCheck {
  /** The path that is asked for. @default "/health" */
  readonly path?: string;
  /** The HTTP codes of a healthy answer, 200–499: `200`, `200,204` or `200-299`. @default "200" */
  readonly matcher?: string;
  /** Seconds between two checks, 5–300, more than the timeout. @default 15 */
  readonly intervalSeconds?: number;
  /** Seconds that an answer may take, 2–120. @default 5 */
  readonly timeoutSeconds?: number;
  /** Good answers in a row that make a server healthy, 2–10. @default 2 */
  readonly healthyThreshold?: number;
  /** Bad answers in a row that make it unhealthy, 2–10. @default 3 */
  readonly unhealthyThreshold?: number;
}

/** A cookie that ties a client to a server: the load balancer's own, or one that follows the app's. */
export type Stickiness =
  | "none"
  | {
      readonly type: "loadBalancerCookie";
      /** How long a client is tied, 1–604800. @default 86400, a day */
      readonly durationSeconds?: number;
    }
  | {
      readonly type: "appCookie";
      /** The app's cookie. */
      readonly cookieName: string;
      /** How long a client is tied, 1–604800. @default 86400, a day */
      readonly durationSeconds?: number;
    };

const aDay = 86400;

const algorithms = {
  roundRobin: "round_robin",
  leastOutstandingRequests: "least_outstanding_requests",
  weightedRandom: "weighted_random",
} as const;

/** The arguments with their defaults, checked. */
export interface TargetGroupSettings extends Required<TargetGroupArgs> {
  readonly healthCheck: Required<HealthCheck>;
}

export function readTargetGroup(check: ArgumentCheck, args: TargetGroupArgs): TargetGroupSettings {
  const { appPort = 80, deregistrationDelaySeconds = 300, slowStartSeconds = 0, stickiness = "none" } = args;
  const { algorithm = "roundRobin" } = args;
  const checkRange = (argument: string, value: number, least: number, most: number) => {
    const within = Number.isInteger(value) && value >= least && value <= most;
    check(within, argument, `must be a whole number between ${least} and ${most}`, value);
  };
  checkRange("appPort", appPort, 1, 65535);
  checkRange("deregistrationDelaySeconds", deregistrationDelaySeconds, 0, 3600);
  if (slowStartSeconds !== 0) {
    checkRange("slowStartSeconds", slowStartSeconds, 30, 900);
    const grows = algorithm === "roundRobin";
    check(grows, "algorithm", 'must be "roundRobin" for slowStartSeconds to work', algorithm);
  }
  if (stickiness !== "none") checkRange("stickiness.durationSeconds", stickiness.durationSeconds ?? aDay, 1, 604800);
  if (stickiness !== "none" && stickiness.type === "appCookie") {
    const own = stickiness.cookieName.length > 0 && !stickiness.cookieName.startsWith("AWSALB");
    check(own, "stickiness.cookieName", "must be a name that does not begin with AWSALB", stickiness.cookieName);
  }

  const { path = "/health", matcher = "200", intervalSeconds = 15, timeoutSeconds = 5 } = args.healthCheck ?? {};
  const { healthyThreshold = 2, unhealthyThreshold = 3 } = args.healthCheck ?? {};
  check(/^\/\S{0,1023}$/.test(path), "healthCheck.path", "must begin with / and have at most 1024 characters", path);
  const codes = /^[2-4]\d\d([,-][2-4]\d\d)*$/.test(matcher);
  check(codes, "healthCheck.matcher", 'must be codes from 200 to 499 such as "200" or "200-299"', matcher);
  checkRange("healthCheck.intervalSeconds", intervalSeconds, 5, 300);
  checkRange("healthCheck.timeoutSeconds", timeoutSeconds, 2, 120);
  const longer = `must be more than timeoutSeconds (${timeoutSeconds})`;
  check(intervalSeconds > timeoutSeconds, "healthCheck.intervalSeconds", longer, intervalSeconds);
  checkRange("healthCheck.healthyThreshold", healthyThreshold, 2, 10);
  checkRange("healthCheck.unhealthyThreshold", unhealthyThreshold, 2, 10);

  const healthCheck = { path, matcher, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold };
  return { appPort, deregistrationDelaySeconds, slowStartSeconds, stickiness, algorithm, healthCheck };
}

/** What the group is for. */
export interface TargetGroupSurroundings {
  readonly vpcId: pulumi.Input<string>;
  /** Whether targets are registered by the id of their instance or by their own address. */
  readonly targetType: "instance" | "ip";
  /** What the targets speak. @default "HTTP1" */
  readonly protocolVersion?: "HTTP2" | "GRPC";
}

/**
 * The group of servers that listeners forward to. It has no physical name of its own choice: a group that must be
 * replaced could then not be made before the old one leaves its listener, and never could go (pulumi-aws#4220).
 */
export function targetGroup(
  name: string,
  { vpcId, targetType, protocolVersion }: TargetGroupSurroundings,
  { appPort, healthCheck, deregistrationDelaySeconds, slowStartSeconds, stickiness, algorithm }: TargetGroupSettings,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  return new aws.lb.TargetGroup(
    name,
    {
      vpcId,
      targetType,
      protocol: "HTTP",
      protocolVersion,
      port: appPort,
      healthCheck: {
        ...httpCheck(healthCheck),
        // A gRPC server answers OK (0), or UNIMPLEMENTED (12) to a path that it does not know: both are signs of life.
        ...(protocolVersion === "GRPC" && { matcher: "0,12" }),
      },
      deregistrationDelay: deregistrationDelaySeconds,
      slowStart: slowStartSeconds,
      stickiness: stickinessInput(stickiness),
      loadBalancingAlgorithmType: algorithms[algorithm],
      tags: { Name: name },
    },
    { parent },
  );
}

/** A health check by HTTP, as a target group states it. */
export function httpCheck(healthCheck: Required<HealthCheck>): aws.types.input.lb.TargetGroupHealthCheck {
  return {
    enabled: true,
    protocol: "HTTP",
    port: "traffic-port",
    path: healthCheck.path,
    matcher: healthCheck.matcher,
    interval: healthCheck.intervalSeconds,
    timeout: healthCheck.timeoutSeconds,
    healthyThreshold: healthCheck.healthyThreshold,
    unhealthyThreshold: healthCheck.unhealthyThreshold,
  };
}

function stickinessInput(stickiness: Stickiness): aws.types.input.lb.TargetGroupStickiness {
  // Stated even when off: a missing block would leave a stickiness that was once on.
  if (stickiness === "none") return { enabled: false, type: "lb_cookie" };
  const cookieDuration = stickiness.durationSeconds ?? aDay;
  switch (stickiness.type) {
    case "loadBalancerCookie":
      return { enabled: true, type: "lb_cookie", cookieDuration };
    case "appCookie":
      return { enabled: true, type: "app_cookie", cookieDuration, cookieName: stickiness.cookieName };
  }
}
