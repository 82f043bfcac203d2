import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { AclRule } from "./rule";

/** How many requests one client may make. Limits: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html */
export interface RateLimit {
  /** Requests in the window, 10–2000000000. @default 2000 */
  readonly requests?: number;
  /** Seconds over which they are counted: 60, 120, 300 or 600. @default 300 */
  readonly windowSeconds?: 60 | 120 | 300 | 600;
  /** Whose requests are counted together. @default "ip": those of one address */
  readonly per?: RateKey;
}

/** What tells one client from another. */
export type RateKey =
  | "ip"
  | {
      /** The first address in a header: for what stands behind a proxy. A client can write the header itself. */
      readonly type: "forwardedIp";
      /** The header that the proxy writes. @default "X-Forwarded-For" */
      readonly header?: string;
    }
  | {
      /** The value of a header, e.g. an API key. Requests without the header are not counted. */
      readonly type: "header";
      readonly header: string;
    };

const windows: readonly number[] = [60, 120, 300, 600];

/** The rule that blocks a client while it makes more requests than that, checked. */
export function rateRule(
  check: ArgumentCheck,
  { requests = 2000, windowSeconds = 300, per = "ip" }: RateLimit,
): AclRule {
  const isLimit = Number.isInteger(requests) && requests >= 10 && requests <= 2_000_000_000;
  check(isLimit, "rateLimit.requests", "must be a whole number from 10 to 2000000000", requests);
  check(windows.includes(windowSeconds), "rateLimit.windowSeconds", "must be 60, 120, 300 or 600", windowSeconds);
  return {
    name: "rate-limit",
    action: "block",
    statement: {
      rateBasedStatement: { limit: requests, evaluationWindowSec: windowSeconds, ...aggregation(check, per) },
    },
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html
    capacity: per !== "ip" && per.type === "header" ? 32 : 2,
  };
}

type Aggregation = Pick<
  aws.types.input.wafv2.WebAclRuleStatementRateBasedStatement,
  "aggregateKeyType" | "forwardedIpConfig" | "customKeys"
>;

function aggregation(check: ArgumentCheck, per: RateKey): Aggregation {
  if (per === "ip") return { aggregateKeyType: "IP" };
  const { type, header: headerName = "X-Forwarded-For" } = per;
  const most = type === "header" ? 64 : 255;
  const isHeader = /^[A-Za-z0-9-]+$/.test(headerName) && headerName.length <= most;
  check(isHeader, "rateLimit.per.header", `must be at most ${most} letters, digits and hyphens`, headerName);
  switch (type) {
    case "forwardedIp":
      // No client of ours sends what is no address.
      return { aggregateKeyType: "FORWARDED_IP", forwardedIpConfig: { headerName, fallbackBehavior: "MATCH" } };
    case "header": {
      const header = { name: headerName, textTransformations: [{ priority: 0, type: "NONE" }] };
      return { aggregateKeyType: "CUSTOM_KEYS", customKeys: [{ header }] };
    }
  }
}
