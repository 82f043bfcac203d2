import type { ArgumentCheck } from "../argument-checks";
import { checkNumber, type Options } from "./options";

/** How the load balancer and Elastic Beanstalk learn that an instance is well, and what it does with requests. */
export interface ProcessArgs {
  /** The port of the instances' proxy, or of the application without one, 1–65535. @default 80 */
  readonly port?: number;
  /** @default a request to /health that is answered with 200 */
  readonly healthCheck?: EnvironmentHealthCheck;
  /** Seconds for which an instance that leaves may finish its requests, 0–3600. @default 20 */
  readonly deregistrationDelaySeconds?: number;
  /** Seconds for which a client stays with its instance, by a cookie, 1–604800. @default it does not */
  readonly stickinessSeconds?: number;
}

export interface EnvironmentHealthCheck {
  /** @default "/health" */
  readonly path?: string;
  /** The codes that mean well, 200–499: `200`, `200,204`, `200-299`. @default "200" */
  readonly matcher?: string;
  /** Seconds between two checks, 5–300, more than the timeout. @default 15 */
  readonly intervalSeconds?: number;
  /** Seconds that a check may take, 1–60. @default 5 */
  readonly timeoutSeconds?: number;
  /** Successes in a row that make it well, 2–10. @default 3 */
  readonly healthyThreshold?: number;
  /** Failures in a row that make it unwell, 2–10. @default 5 */
  readonly unhealthyThreshold?: number;
}

/** The process that a load balancer sends requests to: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb.html */
export function processOptions(check: ArgumentCheck, args: ProcessArgs): Options {
  const { port = 80, healthCheck = {}, deregistrationDelaySeconds = 20, stickinessSeconds } = args;
  const { path = "/health", matcher = "200", intervalSeconds = 15, timeoutSeconds = 5 } = healthCheck;
  const { healthyThreshold = 3, unhealthyThreshold = 5 } = healthCheck;
  const namespace = "aws:elasticbeanstalk:environment:process:default";
  checkPath(check, "tier.healthCheck.path", path);
  const codes = matcher.split(/[,-]/).map(Number);
  const isMatcher = /^\d{3}([,-]\d{3})*$/.test(matcher) && codes.every((code) => code >= 200 && code <= 499);
  check(isMatcher, "tier.healthCheck.matcher", 'must be codes from 200 to 499 such as "200,204"', matcher);
  const numbers: readonly [string, string, number | undefined][] = [
    ["port", "Port", port],
    ["deregistrationDelaySeconds", "DeregistrationDelay", deregistrationDelaySeconds],
    ["stickinessSeconds", "StickinessLBCookieDuration", stickinessSeconds],
    ["healthCheck.intervalSeconds", "HealthCheckInterval", intervalSeconds],
    ["healthCheck.timeoutSeconds", "HealthCheckTimeout", timeoutSeconds],
    ["healthCheck.healthyThreshold", "HealthyThresholdCount", healthyThreshold],
    ["healthCheck.unhealthyThreshold", "UnhealthyThresholdCount", unhealthyThreshold],
  ];
  for (const [argument, option, value] of numbers) checkNumber(check, `tier.${argument}`, [namespace, option], value);
  const isShorter = timeoutSeconds < intervalSeconds;
  const limit = `must be less than intervalSeconds (${intervalSeconds})`;
  check(isShorter, "tier.healthCheck.timeoutSeconds", limit, timeoutSeconds);
  return {
    [namespace]: {
      Port: port,
      Protocol: "HTTP",
      HealthCheckPath: path,
      MatcherHTTPCode: matcher,
      HealthCheckInterval: intervalSeconds,
      HealthCheckTimeout: timeoutSeconds,
      HealthyThresholdCount: healthyThreshold,
      UnhealthyThresholdCount: unhealthyThreshold,
      DeregistrationDelay: deregistrationDelaySeconds,
      StickinessEnabled: stickinessSeconds !== undefined,
      ...(stickinessSeconds !== undefined && {
        StickinessType: "lb_cookie",
        StickinessLBCookieDuration: stickinessSeconds,
      }),
    },
  };
}

export function checkPath(check: ArgumentCheck, argument: string, path: string): void {
  check(/^\/[!-~]*$/.test(path), argument, 'must be a path such as "/health"', path);
}
