import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/**
 * How a target shows that it is well: it takes a connection, or answers a request. UDP has no health check of its own.
 * Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
export type TargetHealth = HealthTiming & (ConnectionHealth | RequestHealth);

export interface ConnectionHealth {
  readonly protocol: "tcp";
}

export interface RequestHealth {
  readonly protocol: "http" | "https";
  /** The path that is asked for, at most 1024 characters. @default "/health" */
  readonly path?: string;
  /** The HTTP codes of a healthy answer, 200–599: `200`, `200,204` or `200-399`. @default "200-399" */
  readonly matcher?: string;
}

export interface HealthTiming {
  /** The TCP port that is asked, 1–65535. @default the port of the targets */
  readonly port?: number;
  /** Seconds between two checks, 5–300, more than the timeout. @default 15 */
  readonly intervalSeconds?: number;
  /** Seconds that an answer may take, 2–120. @default 5 */
  readonly timeoutSeconds?: number;
  /** Good answers in a row that make a target healthy, 2–10. @default 2 */
  readonly healthyThreshold?: number;
  /** Bad answers in a row that make it unhealthy, 2–10. @default 3 */
  readonly unhealthyThreshold?: number;
}

/** @throws when a value is out of AWS's range. */
export function checkTargetHealth(check: ArgumentCheck, argument: string, health: TargetHealth): void {
  const { port = 1, intervalSeconds = 15, timeoutSeconds = 5, healthyThreshold = 2, unhealthyThreshold = 3 } = health;
  const checkRange = (property: string, value: number, least: number, most: number) => {
    const within = Number.isInteger(value) && value >= least && value <= most;
    check(within, `${argument}.${property}`, `must be a whole number between ${least} and ${most}`, value);
  };
  checkRange("port", port, 1, 65535);
  checkRange("intervalSeconds", intervalSeconds, 5, 300);
  checkRange("timeoutSeconds", timeoutSeconds, 2, 120);
  const longer = `must be more than timeoutSeconds (${timeoutSeconds})`;
  check(intervalSeconds > timeoutSeconds, `${argument}.intervalSeconds`, longer, intervalSeconds);
  checkRange("healthyThreshold", healthyThreshold, 2, 10);
  checkRange("unhealthyThreshold", unhealthyThreshold, 2, 10);
  if (health.protocol === "tcp") return;
  const { path = "/health", matcher = "200-399" } = health;
  const isPath = /^\/\S{0,1023}$/.test(path);
  check(isPath, `${argument}.path`, "must begin with / and have at most 1024 characters", path);
  const codes = /^[2-5]\d\d([,-][2-5]\d\d)*$/.test(matcher);
  check(codes, `${argument}.matcher`, 'must be codes from 200 to 599 such as "200" or "200-399"', matcher);
}

export function healthCheckInput(health: TargetHealth): aws.types.input.lb.TargetGroupHealthCheck {
  const { port, intervalSeconds = 15, timeoutSeconds = 5, healthyThreshold = 2, unhealthyThreshold = 3 } = health;
  return {
    enabled: true,
    protocol: health.protocol.toUpperCase(),
    port: port === undefined ? "traffic-port" : String(port),
    ...(health.protocol !== "tcp" && { path: health.path ?? "/health", matcher: health.matcher ?? "200-399" }),
    interval: intervalSeconds,
    timeout: timeoutSeconds,
    healthyThreshold,
    unhealthyThreshold,
  };
}
