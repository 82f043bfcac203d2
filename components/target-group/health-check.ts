import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

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

/** A health check that may come to another port, in another way, than requests do. */
export interface ServerHealthCheck extends HealthCheck {
  /** The codes of a healthy answer: of HTTP 200–499, of gRPC 0–99. @default "200", of gRPC "0,12": it answers at all */
  readonly matcher?: string;
  /** The TCP port of the check, 1–65535. @default the port of requests */
  readonly port?: number;
  /** Whether the check is encrypted. @default as requests are */
  readonly protocol?: "HTTP" | "HTTPS";
}

/** The check with its defaults. */
export interface HealthCheckSettings extends Required<HealthCheck>, Pick<ServerHealthCheck, "port" | "protocol"> {}

/** @param codes what the server answers a check with */
export function readHealthCheck(
  check: ArgumentCheck,
  args: ServerHealthCheck,
  codes: "HTTP" | "gRPC",
): HealthCheckSettings {
  const { path = "/health", intervalSeconds = 15, timeoutSeconds = 5, port, protocol } = args;
  // A gRPC server answers OK (0), or UNIMPLEMENTED (12) to a path that it does not know: both are signs of life.
  const { matcher = codes === "gRPC" ? "0,12" : "200", healthyThreshold = 2, unhealthyThreshold = 3 } = args;
  check(/^\/\S{0,1023}$/.test(path), "healthCheck.path", "must begin with / and have at most 1024 characters", path);
  checkMatcher(check, matcher, codes);
  checkRange(check, "healthCheck.intervalSeconds", intervalSeconds, 5, 300);
  checkRange(check, "healthCheck.timeoutSeconds", timeoutSeconds, 2, 120);
  const longer = `must be more than timeoutSeconds (${timeoutSeconds})`;
  check(intervalSeconds > timeoutSeconds, "healthCheck.intervalSeconds", longer, intervalSeconds);
  checkRange(check, "healthCheck.healthyThreshold", healthyThreshold, 2, 10);
  checkRange(check, "healthCheck.unhealthyThreshold", unhealthyThreshold, 2, 10);
  if (port !== undefined) checkRange(check, "healthCheck.port", port, 1, 65535);
  return { path, matcher, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold, port, protocol };
}

function checkMatcher(check: ArgumentCheck, matcher: string, codes: "HTTP" | "gRPC"): void {
  const isHttp = /^[2-4]\d\d([,-][2-4]\d\d)*$/.test(matcher);
  const isGrpc = /^\d{1,2}([,-]\d{1,2})*$/.test(matcher);
  const form = { HTTP: 'from 200 to 499 such as "200" or "200-299"', gRPC: 'of gRPC from 0 to 99 such as "0,12"' };
  check(codes === "HTTP" ? isHttp : isGrpc, "healthCheck.matcher", `must be codes ${form[codes]}`, matcher);
}

export function checkRange(check: ArgumentCheck, argument: string, value: number, least: number, most: number): void {
  const within = Number.isInteger(value) && value >= least && value <= most;
  check(within, argument, `must be a whole number between ${least} and ${most}`, value);
}

/** A health check by HTTP, as a target group states it. */
export function httpCheck(healthCheck: HealthCheckSettings): aws.types.input.lb.TargetGroupHealthCheck {
  return {
    enabled: true,
    protocol: healthCheck.protocol ?? "HTTP",
    port: healthCheck.port === undefined ? "traffic-port" : String(healthCheck.port),
    path: healthCheck.path,
    matcher: healthCheck.matcher,
    interval: healthCheck.intervalSeconds,
    timeout: healthCheck.timeoutSeconds,
    healthyThreshold: healthCheck.healthyThreshold,
    unhealthyThreshold: healthCheck.unhealthyThreshold,
  };
}
