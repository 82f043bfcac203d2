import { z } from "zod";

const count = z.number();
const text = z.string();

const serverMetric = z.strictObject({
  namespace: text,
  metricName: text,
  dimensions: z.record(text, text).optional(),
  statistic: z.enum(["Average", "Minimum", "Maximum", "Sum", "SampleCount"]).optional(),
  ofGroup: z.boolean().optional(),
});

const metricMath = z.strictObject({
  name: text,
  expression: text,
  metrics: z.record(text, z.union([z.literal("servers"), serverMetric])),
});

const unit = z.union(
  [z.literal("servers"), z.strictObject({ type: z.literal("percent"), leastServers: count })],
  "must be servers, or a map with type: percent and leastServers",
);

/** A metric of one's own, such as active sessions. */
export const ownMetric = serverMetric;

/** When servers are added and removed, by metrics that AWS keeps and others. */
function scalingBy<const Names extends readonly [string, ...string[]]>(names: Names) {
  const predefined = z.enum(names);
  const metric = z.union([predefined, serverMetric]);
  return z.array(
    z.discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("target"),
        metric: z.union([predefined, serverMetric, metricMath]).optional(),
        target: count,
        disableScaleIn: z.boolean().optional(),
        warmupSeconds: count.optional(),
      }),
      z.strictObject({
        type: z.literal("step"),
        metric: metric.optional(),
        scaleOut: z.array(z.strictObject({ above: count, add: count })),
        scaleIn: z.array(z.strictObject({ below: count, remove: count })),
        unit: unit.optional(),
        warmupSeconds: count.optional(),
      }),
      z.strictObject({
        type: z.literal("simple"),
        metric: metric.optional(),
        scaleOut: z.strictObject({ above: count, add: count }),
        scaleIn: z.strictObject({ below: count, remove: count }),
        unit: unit.optional(),
        cooldownSeconds: count.optional(),
      }),
      z.strictObject({
        type: z.literal("schedule"),
        name: text,
        recurrence: text,
        timeZone: text.optional(),
        minSize: count.optional(),
        maxSize: count.optional(),
        desiredCapacity: count.optional(),
      }),
      z.strictObject({
        type: z.literal("predictive"),
        metric: predefined.optional(),
        target: count,
        mode: z.enum(["forecastOnly", "forecastAndScale"]).optional(),
        leadSeconds: count.optional(),
      }),
    ]),
  );
}

/** The scaling of servers behind an Application Load Balancer. */
export const scaling = scalingBy(["cpu", "networkIn", "networkOut", "requestsPerTarget"]);

/** The scaling of servers whose requests nobody counts. */
export const groupScaling = scalingBy(["cpu", "networkIn", "networkOut"]);
