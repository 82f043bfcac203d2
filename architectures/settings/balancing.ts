import { z } from "zod";

const count = z.number();
const text = z.string();

const cookie = { durationSeconds: count.optional() };

/** What a load balancer does with requests. */
export const balancing = {
  exposure: z.enum(["internet", "internal"]).default("internet"),
  sources: z.array(text).optional(),
  appPort: count.optional(),
  healthCheck: z
    .strictObject({
      path: text.optional(),
      matcher: text.optional(),
      intervalSeconds: count.optional(),
      timeoutSeconds: count.optional(),
      healthyThreshold: count.optional(),
      unhealthyThreshold: count.optional(),
    })
    .optional(),
  deregistrationDelaySeconds: count.optional(),
  slowStartSeconds: count.optional(),
  stickiness: z
    .union([
      z.literal("none"),
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("loadBalancerCookie"), ...cookie }),
        z.strictObject({ type: z.literal("appCookie"), cookieName: text, ...cookie }),
      ]),
    ])
    .optional(),
  algorithm: z.enum(["roundRobin", "leastOutstandingRequests", "weightedRandom"]).optional(),
  idleTimeoutSeconds: count.optional(),
  deletionProtection: z.boolean().optional(),
  logRetentionDays: count.optional(),
};
