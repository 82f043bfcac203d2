import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How packets are spread over the appliances. */
export interface GatewayBalancerArgs {
  /** What a healthy appliance answers. @default HTTP GET /health on port 80, answered with 200 to 399 */
  readonly healthCheck?: ApplianceHealthCheck;
  /**
   * What makes two packets part of one flow, all of which one appliance sees, in both directions: addresses, ports and
   * protocol; addresses and protocol; or addresses alone.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/edit-target-group-attributes.html
   *
   * @default "fiveTuple"
   */
  readonly flowStickiness?: "fiveTuple" | "threeTuple" | "twoTuple";
  /**
   * What happens to flows whose appliance fails or leaves: they go to another one, which may not know them, or they stay
   * and their packets are lost.
   *
   * @default "rebalance"
   */
  readonly flowsOfLostAppliances?: "rebalance" | "keep";
  /** Whether an appliance of any zone takes packets, not only one of the packet's own zone. @default true */
  readonly crossZone?: boolean;
  /** Seconds after which a silent TCP flow is forgotten, 60–6000. @default 350 */
  readonly tcpIdleTimeoutSeconds?: number;
  /** Seconds that an appliance which leaves keeps its flows, 0–3600. @default 300 */
  readonly deregistrationDelaySeconds?: number;
  /** Whether the load balancer cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
}

/**
 * The health check of an appliance: a request over HTTP(S), or a connection.
 * Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/health-checks.html
 */
export type ApplianceHealthCheck = (
  | {
      readonly protocol: "http" | "https";
      /** The path that is asked for. @default "/health" */
      readonly path?: string;
      /** The HTTP codes of a healthy answer, 200–399. @default "200-399" */
      readonly matcher?: string;
    }
  | { readonly protocol: "tcp" }
) & {
  /** The TCP port of the check, 1–65535 but not 6081, which is GENEVE's. @default 80; 443 for https */
  readonly port?: number;
  /** Seconds between two checks, 5–300. @default 10 */
  readonly intervalSeconds?: number;
  /** Seconds that an answer may take, 2–120, less than the interval. @default 5 */
  readonly timeoutSeconds?: number;
  /** Good answers in a row that make an appliance healthy, 2–10. @default 2 */
  readonly healthyThreshold?: number;
  /** Bad answers in a row that make it unhealthy, 2–10. @default 2 */
  readonly unhealthyThreshold?: number;
};

/** The arguments with their defaults, checked. */
export interface GatewayBalancerSettings extends Required<Omit<GatewayBalancerArgs, "healthCheck">> {
  readonly healthCheck: aws.types.input.lb.TargetGroupHealthCheck;
  readonly healthCheckPort: number;
}

/** @throws when a number is not one that AWS takes. */
export function readGatewayBalancer(
  check: ArgumentCheck,
  args: GatewayBalancerArgs,
  isProd: boolean,
): GatewayBalancerSettings {
  const { flowStickiness = "fiveTuple", flowsOfLostAppliances = "rebalance", crossZone = true } = args;
  const { tcpIdleTimeoutSeconds = 350, deregistrationDelaySeconds = 300, deletionProtection = isProd } = args;
  checkWhole(check, "tcpIdleTimeoutSeconds", tcpIdleTimeoutSeconds, 60, 6000);
  checkWhole(check, "deregistrationDelaySeconds", deregistrationDelaySeconds, 0, 3600);
  const { healthCheck = { protocol: "http" } } = args;
  const { port = healthCheck.protocol === "https" ? 443 : 80, intervalSeconds = 10, timeoutSeconds = 5 } = healthCheck;
  const { healthyThreshold = 2, unhealthyThreshold = 2 } = healthCheck;
  checkWhole(check, "healthCheck.port", port, 1, 65535);
  check(port !== genevePort, "healthCheck.port", "must not be 6081, which is GENEVE's", port);
  checkWhole(check, "healthCheck.intervalSeconds", intervalSeconds, 5, 300);
  checkWhole(check, "healthCheck.timeoutSeconds", timeoutSeconds, 2, 120);
  const shorter = `must be less than intervalSeconds (${intervalSeconds})`;
  check(timeoutSeconds < intervalSeconds, "healthCheck.timeoutSeconds", shorter, timeoutSeconds);
  checkWhole(check, "healthCheck.healthyThreshold", healthyThreshold, 2, 10);
  checkWhole(check, "healthCheck.unhealthyThreshold", unhealthyThreshold, 2, 10);
  const common = {
    enabled: true,
    port: String(port),
    interval: intervalSeconds,
    timeout: timeoutSeconds,
    healthyThreshold,
    unhealthyThreshold,
  };
  return {
    flowStickiness,
    flowsOfLostAppliances,
    crossZone,
    tcpIdleTimeoutSeconds,
    deregistrationDelaySeconds,
    deletionProtection,
    healthCheckPort: port,
    healthCheck: { ...common, ...requestOf(check, healthCheck) },
  };
}

/** GENEVE's port: https://datatracker.ietf.org/doc/html/rfc8926 */
export const genevePort = 6081;

function requestOf(check: ArgumentCheck, healthCheck: ApplianceHealthCheck) {
  if (healthCheck.protocol === "tcp") return { protocol: "TCP" };
  const { path = "/health", matcher = "200-399" } = healthCheck;
  check(/^\/\S{0,1023}$/.test(path), "healthCheck.path", "must begin with / and have at most 1024 characters", path);
  const areCodes = /^[23]\d\d([,-][23]\d\d)*$/.test(matcher);
  check(areCodes, "healthCheck.matcher", 'must be codes from 200 to 399 such as "200" or "200-399"', matcher);
  return { protocol: healthCheck.protocol.toUpperCase(), path, matcher };
}

function checkWhole(check: ArgumentCheck, argument: string, value: number, least: number, most: number): void {
  const within = Number.isInteger(value) && value >= least && value <= most;
  check(within, argument, `must be a whole number between ${least} and ${most}`, value);
}

/** Where the load balancer stands. */
export interface GatewayBalancerSurroundings {
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether packets of IPv6 come as well; the subnets must then have it too. */
  readonly ipv6: boolean;
}

/** A Gateway Load Balancer, the group of its appliances, and the one listener, which takes every packet there is. */
export function gatewayBalancer(
  name: string,
  settings: GatewayBalancerSettings,
  { vpcId, subnetIds, ipv6 }: GatewayBalancerSurroundings,
  parent: pulumi.Resource,
) {
  const balancer = new aws.lb.LoadBalancer(
    `${name}-lb`,
    {
      loadBalancerType: "gateway",
      subnets: subnetIds,
      ipAddressType: ipv6 ? "dualstack" : "ipv4",
      enableCrossZoneLoadBalancing: settings.crossZone,
      enableDeletionProtection: settings.deletionProtection,
      tags: { Name: `${name}-lb` },
    },
    { parent },
  );
  const failover = settings.flowsOfLostAppliances === "rebalance" ? "rebalance" : "no_rebalance";
  const target = new aws.lb.TargetGroup(
    `${name}-tg`,
    {
      vpcId,
      targetType: "instance",
      protocol: "GENEVE",
      port: genevePort,
      healthCheck: settings.healthCheck,
      deregistrationDelay: settings.deregistrationDelaySeconds,
      stickiness: stickinessInput(settings.flowStickiness),
      targetFailovers: [{ onDeregistration: failover, onUnhealthy: failover }],
      tags: { Name: `${name}-tg` },
    },
    { parent },
  );
  const listener = new aws.lb.Listener(
    `${name}-listener`,
    {
      loadBalancerArn: balancer.arn,
      tcpIdleTimeoutSeconds: settings.tcpIdleTimeoutSeconds,
      defaultActions: [{ type: "forward", targetGroupArn: target.arn }],
    },
    { parent },
  );
  return { balancer, target, listener };
}

function stickinessInput(flow: GatewayBalancerSettings["flowStickiness"]): aws.types.input.lb.TargetGroupStickiness {
  switch (flow) {
    case "fiveTuple":
      // What AWS does without stickiness; the type must be one of GENEVE's all the same.
      return { enabled: false, type: "source_ip_dest_ip_proto" };
    case "threeTuple":
      return { enabled: true, type: "source_ip_dest_ip_proto" };
    case "twoTuple":
      return { enabled: true, type: "source_ip_dest_ip" };
  }
}
