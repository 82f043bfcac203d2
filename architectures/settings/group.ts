import { z } from "zod";

const count = z.number();
const text = z.string();

const predefinedMetric = z.enum(["cpu", "networkIn", "networkOut", "requestsPerTarget"]);
const metric = z.union([
  predefinedMetric,
  z.strictObject({
    namespace: text,
    metricName: text,
    dimensions: z.record(text, text).optional(),
    statistic: z.enum(["Average", "Minimum", "Maximum", "Sum", "SampleCount"]).optional(),
  }),
]);

const scalingPolicy = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("target"),
    metric: metric.optional(),
    target: count,
    disableScaleIn: z.boolean().optional(),
    warmupSeconds: count.optional(),
  }),
  z.strictObject({
    type: z.literal("step"),
    metric: metric.optional(),
    scaleOut: z.array(z.strictObject({ above: count, add: count })),
    scaleIn: z.array(z.strictObject({ below: count, remove: count })),
    warmupSeconds: count.optional(),
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
    metric: predefinedMetric.optional(),
    target: count,
    mode: z.enum(["forecastOnly", "forecastAndScale"]).optional(),
    leadSeconds: count.optional(),
  }),
]);

const purchasing = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("onDemand") }),
  z.strictObject({ type: z.literal("spot") }),
  z.strictObject({ type: z.literal("mixed"), onDemandBase: count.optional(), onDemandPercent: count.optional() }),
]);

/** How many servers there are, and when that changes. */
export const group = {
  minSize: count.optional(),
  maxSize: count.optional(),
  desiredCapacity: count.optional(),
  scaling: z.array(scalingPolicy).optional(),
  purchasing: purchasing.optional(),
  healthCheckGraceSeconds: count.optional(),
  instanceWarmupSeconds: count.optional(),
  maxInstanceLifetimeDays: count.optional(),
  refresh: z
    .strictObject({
      minHealthyPercent: count.optional(),
      maxHealthyPercent: count.optional(),
      rollbackOnAlarm: z.boolean().optional(),
    })
    .optional(),
};
