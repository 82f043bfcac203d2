import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkThrottling, type Throttling } from "../http-api/throttling";

/** What some callers may use of an API, by their keys. */
export interface UsagePlan {
  /** Who has a key, by names of yours. AWS makes the keys; nothing here shows them. */
  readonly keys: readonly string[];
  /** How many requests each key may send. @default as many as the API takes */
  readonly throttling?: Throttling;
  /** How many requests each key may send in a time. @default as many as it likes */
  readonly quota?: {
    /** 1 or more. */
    readonly requests: number;
    readonly per: "day" | "week" | "month";
  };
}

export type UsagePlans = Readonly<Record<string, UsagePlan>>;

export function checkUsagePlans(check: ArgumentCheck, plans: UsagePlans, asksForKeys: boolean): void {
  const names = Object.keys(plans);
  check(names.length === 0 || asksForKeys, "usagePlans", "must be left out where no route has apiKey", names);
  check(names.length > 0 || !asksForKeys, "usagePlans", "must hold a plan, as a route has apiKey", names);
  for (const [name, { keys, throttling, quota }] of Object.entries(plans)) {
    const argument = `usagePlans.${name}`;
    check(/^[\w-]{1,32}$/.test(name), "usagePlans", "must have names of at most 32 letters, digits, - and _", name);
    check(keys.length > 0, `${argument}.keys`, "must name who has a key", keys);
    check(new Set(keys).size === keys.length, `${argument}.keys`, "must not repeat a name", keys);
    if (throttling) checkThrottling(check, `${argument}.throttling`, throttling);
    const { requests } = quota ?? { requests: 1 };
    const isCount = Number.isInteger(requests) && requests >= 1;
    check(isCount, `${argument}.quota.requests`, "must be a whole number, 1 or more", requests);
  }
}

export function createUsagePlans(
  name: string,
  plans: UsagePlans,
  stage: aws.apigateway.Stage,
  parent: pulumi.Resource,
): void {
  for (const [role, { keys, throttling, quota }] of Object.entries(plans)) {
    const plan = new aws.apigateway.UsagePlan(
      `${name}-plan-${role}`,
      {
        apiStages: [{ apiId: stage.restApi, stage: stage.stageName }],
        throttleSettings: throttling && { rateLimit: throttling.requestsPerSecond, burstLimit: throttling.burst },
        quotaSettings: quota && { limit: quota.requests, period: quota.per.toUpperCase() },
        tags: { Name: `${name}-${role}` },
      },
      { parent },
    );
    for (const owner of keys) {
      const named = `${name}-key-${role}-${owner}`;
      const key = new aws.apigateway.ApiKey(named, { description: `${owner}, on ${role}` }, { parent });
      new aws.apigateway.UsagePlanKey(
        `${named}-in-plan`,
        { usagePlanId: plan.id, keyId: key.id, keyType: "API_KEY" },
        { parent },
      );
    }
  }
}
