import { z } from "zod";
import type { ServiceBalancer } from "../../components/service-balancer";

/** The shapes of settings of a tier of Elastic Beanstalk, under the names of the component's arguments. */

const count = z.number();
const text = z.string();

const capacity = z.strictObject({
  minSize: count.optional(),
  maxSize: count.optional(),
  cooldownSeconds: count.optional(),
  trigger: z
    .strictObject({
      metric: z.enum([
        "CPUUtilization",
        "NetworkIn",
        "NetworkOut",
        "DiskWriteOps",
        "DiskReadBytes",
        "DiskReadOps",
        "DiskWriteBytes",
        "RequestCount",
        "HealthyHostCount",
        "UnhealthyHostCount",
        "TargetResponseTime",
      ]),
      upper: count,
      lower: count,
      statistic: z.enum(["Minimum", "Maximum", "Sum", "Average"]).optional(),
      periodMinutes: count.optional(),
      periods: count.optional(),
      add: count.optional(),
      remove: count.optional(),
    })
    .optional(),
  schedules: z
    .array(
      z.strictObject({
        name: text,
        recurrence: text,
        minSize: count.optional(),
        maxSize: count.optional(),
        desiredCapacity: count.optional(),
        suspend: z.boolean().optional(),
      }),
    )
    .optional(),
});

const requests = {
  port: count.optional(),
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
  stickinessSeconds: count.optional(),
};

const exposure = z.enum(["internet", "internal"]).default("internet");

const tier = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("loadBalanced"),
    exposure,
    sources: z.array(text).optional(),
    ipAddressType: z.enum(["ipv4", "dualstack"]).optional(),
    idleTimeoutSeconds: count.optional(),
    logRetentionDays: count.optional(),
    ...requests,
    capacity: capacity.optional(),
  }),
  z.strictObject({
    type: z.literal("sharedBalancer"),
    exposure,
    paths: z.array(text).optional(),
    priority: count.optional(),
    ...requests,
    capacity: capacity.optional(),
  }),
  z.strictObject({
    type: z.literal("singleInstance"),
    sources: z.array(text),
    healthCheckPath: text.optional(),
  }),
  z.strictObject({
    type: z.literal("worker"),
    queue: z
      .discriminatedUnion("type", [
        z.strictObject({
          type: z.literal("own"),
          maxRetries: count.optional(),
          retentionSeconds: count.optional(),
        }),
        z.strictObject({ type: z.literal("given"), url: text, kmsKeyArn: text.optional() }),
      ])
      .optional(),
    path: text.optional(),
    healthCheckPath: text.optional(),
    mimeType: text.optional(),
    connections: count.optional(),
    connectTimeoutSeconds: count.optional(),
    inactivityTimeoutSeconds: count.optional(),
    visibilityTimeoutSeconds: count.optional(),
    errorVisibilityTimeoutSeconds: count.optional(),
    capacity: capacity.optional(),
  }),
]);

/** A tier: a name, or a name with its own settings. */
export const tiers = z.preprocess((value) => (typeof value === "string" ? { type: value } : value), tier);

/** The tier as the component takes it: a shared load balancer is made by the architecture. */
export function tierOf(
  stated: z.output<typeof tier>,
  tls: { readonly certificateArn: unknown } | "none",
  shared: ServiceBalancer | undefined,
  host: string | undefined,
): unknown {
  if (stated.type === "loadBalanced") return { ...stated, tls };
  if (stated.type !== "sharedBalancer" || !shared) return stated;
  const { exposure: _, ...own } = stated;
  return {
    ...own,
    loadBalancerArn: shared.loadBalancerArn,
    securityGroupId: shared.edgeGroupId,
    listenerPort: tls === "none" ? 80 : 443,
    hosts: host === undefined ? undefined : [host],
  };
}
