import { z } from "zod";
import type { ContainerImage } from "../../components/container-image";
import { ImageRepository } from "../../components/image-repository";
import { appEgress } from "./instances";
import { offHours } from "./off-hours";

/**
 * The shapes of settings of container services. As every file beside this one, it mirrors the components' arguments under
 * the same names, whose docstrings say what each means: the compiler checks that they fit, the components the values.
 */

const count = z.number();
const text = z.string();

const purchasing = z.enum(["onDemand", "spot"]);
const nodeSizes = {
  instanceTypes: z.array(text).optional(),
  ami: z.enum(["al2023", "bottlerocket"]).optional(),
  minSize: count.optional(),
  maxSize: count.optional(),
  diskGiB: count.optional(),
};

const nodes = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("auto"), purchasing: purchasing.optional(), maxVcpus: count.optional() }),
  z.strictObject({
    type: z.literal("managed"),
    groups: z.record(text, z.strictObject({ ...nodeSizes, purchasing: purchasing.optional() })).optional(),
  }),
  z.strictObject({ type: z.literal("selfManaged"), ...nodeSizes }),
  z.strictObject({ type: z.literal("fargate") }),
]);

/** What runs the containers: a name, or a name with its own settings. */
export const compute = z.preprocess(
  (value) => (typeof value === "string" ? { type: value } : value),
  z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("fargate"),
      spot: z.strictObject({ onDemandBase: count.optional(), spotPercent: count }).optional(),
    }),
    z.strictObject({
      type: z.literal("ec2"),
      networkMode: z.enum(["awsvpc", "bridge"]).optional(),
      instanceTypes: z.array(text).optional(),
      minSize: count.optional(),
      maxSize: count.optional(),
      ami: z.enum(["al2023", "bottlerocket"]).optional(),
    }),
    z.strictObject({
      type: z.literal("eks"),
      version: text.optional(),
      nodes: nodes.optional(),
      endpointCidrs: z.array(text).optional(),
      controlPlaneTier: z.enum(["standard", "xl", "2xl", "4xl", "8xl"]).optional(),
    }),
  ]),
);

const metric = z.union([
  z.enum(["cpu", "memory", "requestsPerTarget"]),
  z.strictObject({
    namespace: text,
    metricName: text,
    dimensions: z.record(text, text).optional(),
    statistic: z.enum(["Average", "Minimum", "Maximum", "Sum", "SampleCount"]).optional(),
  }),
]);

const scaling = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("target"),
    metric: metric.optional(),
    target: count,
    disableScaleIn: z.boolean().optional(),
    scaleOutCooldownSeconds: count.optional(),
    scaleInCooldownSeconds: count.optional(),
  }),
  z.strictObject({
    type: z.literal("step"),
    metric: metric.optional(),
    scaleOut: z.array(z.strictObject({ above: count, add: count })),
    scaleIn: z.array(z.strictObject({ below: count, remove: count })),
    cooldownSeconds: count.optional(),
  }),
  z.strictObject({
    type: z.literal("schedule"),
    name: text,
    recurrence: text,
    timeZone: text.optional(),
    minCount: count.optional(),
    maxCount: count.optional(),
  }),
]);

const bake = { bakeMinutes: count.optional() };

/** How a new version takes over; a name is enough for the defaults. */
const rollout = z.preprocess(
  (value) => (typeof value === "string" ? { type: value } : value),
  z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("rolling"),
      minHealthyPercent: count.optional(),
      maxHealthyPercent: count.optional(),
    }),
    z.strictObject({ type: z.literal("blueGreen"), ...bake }),
    z.strictObject({
      type: z.literal("linear"),
      ...bake,
      stepPercent: count.optional(),
      stepBakeMinutes: count.optional(),
    }),
    z.strictObject({
      type: z.literal("canary"),
      ...bake,
      percent: count.optional(),
      canaryBakeMinutes: count.optional(),
    }),
  ]),
);

const secret = z.union(
  [
    z.strictObject({ secretArn: text, key: text.optional(), kmsKeyArn: text.optional() }),
    z.strictObject({ parameterArn: text, kmsKeyArn: text.optional() }),
  ],
  { error: "must be a map with either secretArn or parameterArn" },
);

/** The one container of a service, and how many run. */
export const service = {
  image: text.optional(),
  port: count.default(8080),
  environment: z.record(text, text).optional(),
  secrets: z.record(text, secret).optional(),
  cpu: count.optional(),
  memoryMiB: count.optional(),
  architecture: z.enum(["arm64", "x86_64"]).optional(),
  offHours: offHours.optional(),
  minCount: count.optional(),
  maxCount: count.optional(),
  desiredCount: count.optional(),
  scaling: z.array(scaling).optional(),
  rollout: rollout.optional(),
  appEgress: appEgress.optional(),
};

/**
 * The image of a setting, or else an app of an architecture, built and pushed to a repository of its own.
 *
 * @param folder the app's folder, below this one; a program runs in the project's own folder, and so does the build
 */
export function imageOf(name: string, image: string | undefined, folder: string): ContainerImage {
  if (image !== undefined) return image;
  return { build: `./architectures/${folder}`, repository: new ImageRepository(`${name}-images`) };
}
