import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import { checkRange } from "./health-check";

/**
 * What happens in a zone in which too few servers are healthy.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html
 */
export interface TargetGroupHealth {
  /**
   * Below it, the zone's address goes from the DNS name, so that clients use other zones. Not behind a Network Load
   * Balancer or a Global Accelerator, which do not ask DNS.
   *
   * @default 1 server
   */
  readonly dnsFailover?: MinimumHealthy;
  /** Below it, all servers of the zone get requests, the unhealthy ones too. @default 1 server */
  readonly unhealthyStateRouting?: MinimumHealthy;
}

/** How many servers of a zone must be healthy. */
export type MinimumHealthy =
  /** A number of servers, 1 or more. */
  | { readonly count: number }
  /** A share of the zone's servers, 1–100. */
  | { readonly percentage: number };

/** @throws when a number is out of range, or requests would go to unhealthy servers before DNS turns clients away. */
export function checkGroupHealth(check: ArgumentCheck, health: TargetGroupHealth): void {
  const { dnsFailover, unhealthyStateRouting } = health;
  for (const [action, minimum] of Object.entries({ dnsFailover, unhealthyStateRouting })) {
    if (minimum === undefined) continue;
    const argument = `targetGroupHealth.${action}`;
    if ("count" in minimum) checkRange(check, `${argument}.count`, minimum.count, 1, 1000);
    else checkRange(check, `${argument}.percentage`, minimum.percentage, 1, 100);
  }
  if (!dnsFailover || !unhealthyStateRouting) return;
  const pair = [atLeast(dnsFailover), atLeast(unhealthyStateRouting)] as const;
  const [dns, routing] = pair;
  const isInOrder = dns.unit !== routing.unit || dns.number >= routing.number;
  const order = `must be at least unhealthyStateRouting.${routing.unit} (${routing.number})`;
  check(isInOrder, `targetGroupHealth.dnsFailover.${dns.unit}`, order, dns.number);
}

function atLeast(minimum: MinimumHealthy) {
  return "count" in minimum
    ? { unit: "count", number: minimum.count }
    : { unit: "percentage", number: minimum.percentage };
}

/** The other unit is switched off, where AWS can do without it. */
export function groupHealthInput(health: TargetGroupHealth): aws.types.input.lb.TargetGroupTargetGroupHealth {
  const { dnsFailover, unhealthyStateRouting } = health;
  return {
    dnsFailover: dnsFailover && {
      minimumHealthyTargetsCount: "count" in dnsFailover ? String(dnsFailover.count) : "off",
      minimumHealthyTargetsPercentage: "count" in dnsFailover ? "off" : String(dnsFailover.percentage),
    },
    unhealthyStateRouting: unhealthyStateRouting && {
      minimumHealthyTargetsCount: "count" in unhealthyStateRouting ? unhealthyStateRouting.count : 1,
      minimumHealthyTargetsPercentage:
        "count" in unhealthyStateRouting ? "off" : String(unhealthyStateRouting.percentage),
    },
  };
}
