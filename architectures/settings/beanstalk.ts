import { z } from "zod";
import { platformNames } from "../../components/beanstalk-app/platform";
import { alarms } from "./alarms";
import { appEgress } from "./instances";

/** The shapes of settings of Elastic Beanstalk, under the names of the components' arguments. */

const count = z.number();
const text = z.string();

/** What it runs on. */
export const platform = z.union(
  [
    z.enum(platformNames),
    z.strictObject({ type: z.literal("branch"), branch: text }),
    z.strictObject({ type: z.literal("arn"), platformArn: text }),
  ],
  { error: `must be one of ${platformNames.join(", ")}, or a map of type branch or arn` },
);

const batch = z.union([z.strictObject({ instances: count }), z.strictObject({ percent: count })], {
  error: "must be a map with either instances or percent",
});

const rolling = { batchSize: count.optional(), minInService: count.optional() };

const secret = z.union(
  [
    z.strictObject({ secretArn: text, key: text.optional(), kmsKeyArn: text.optional() }),
    z.strictObject({ parameterArn: text, kmsKeyArn: text.optional() }),
  ],
  { error: "must be a map with either secretArn or parameterArn" },
);

/** What the application is, and how it is updated and watched. */
export const application = {
  keepVersions: z
    .union([z.strictObject({ count }), z.strictObject({ days: count })], {
      error: "must be a map with either count or days",
    })
    .optional(),
  blueGreen: z
    .strictObject({
      live: z.enum(["blue", "green"]),
      blueVersion: text.optional(),
      greenVersion: text.optional(),
    })
    .optional(),
  instanceTypes: z.array(text).optional(),
  purchasing: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("onDemand") }),
      z.strictObject({
        type: z.literal("spot"),
        onDemandBase: count.optional(),
        onDemandPercent: count.optional(),
        allocation: z
          .enum(["capacity-optimized", "price-capacity-optimized", "capacity-optimized-prioritized", "lowest-price"])
          .optional(),
        maxPriceDollars: count.optional(),
      }),
    ])
    .optional(),
  rootVolume: z
    .strictObject({
      sizeGB: count.optional(),
      iops: count.optional(),
      throughputMiBps: count.optional(),
      encryption: z.enum(["required", "asAccount"]).optional(),
    })
    .optional(),
  imageId: text.optional(),
  detailedMonitoring: z.boolean().optional(),
  instanceSubnets: z.enum(["private", "public"]).optional(),
  appEgress: appEgress.optional(),
  deployment: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("allAtOnce") }),
      z.strictObject({ type: z.literal("rolling"), batch: batch.optional() }),
      z.strictObject({ type: z.literal("rollingWithAdditionalBatch"), batch: batch.optional() }),
      z.strictObject({ type: z.literal("immutable") }),
      z.strictObject({
        type: z.literal("trafficSplitting"),
        percent: count.optional(),
        evaluationMinutes: count.optional(),
      }),
    ])
    .optional(),
  ignoreHealthCheck: z.boolean().optional(),
  deploymentTimeoutSeconds: count.optional(),
  configurationUpdates: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("health"), timeoutMinutes: count.optional(), ...rolling }),
      z.strictObject({ type: z.literal("time"), pauseSeconds: count, ...rolling }),
      z.strictObject({ type: z.literal("immutable") }),
      z.strictObject({ type: z.literal("off") }),
    ])
    .optional(),
  managedUpdates: z
    .union(
      [
        z.literal("off"),
        z.strictObject({
          start: text.optional(),
          level: z.enum(["minor", "patch"]).optional(),
          instanceRefresh: z.boolean().optional(),
        }),
      ],
      { error: 'must be "off", or a map of start, level and instanceRefresh' },
    )
    .optional(),
  environment: z.record(text, text).optional(),
  secrets: z.record(text, secret).optional(),
  policyArns: z.record(text, text).optional(),
  logs: z.strictObject({ retentionDays: count.optional(), deleteOnTerminate: z.boolean().optional() }).optional(),
  tracing: z.boolean().optional(),
  notifyEvents: z.boolean().optional(),
  alarms: alarms.optional(),
};
