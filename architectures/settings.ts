import { z } from "zod";

/**
 * The shapes of settings that several architectures share. They mirror the components' arguments under the same names,
 * whose docstrings say what each means; the compiler checks that they fit, and the components check the values.
 */

const count = z.number();
const text = z.string();

/** A name in a hosted zone of the account. */
export const domain = z.strictObject({
  /** e.g. `www.example.com` */
  name: text,
  /** The id of the Route 53 hosted zone that holds it, e.g. `Z0123456789EXAMPLE`. */
  zoneId: text,
});

/** `none` speaks plain HTTP: for a stack without a domain. */
export const tls = z.literal("none");

/** Refuses settings that leave open whether HTTPS is spoken: a domain says yes, `tls: none` says no. */
export function domainOrPlainHttp(architecture: string) {
  return (settings: { domain?: unknown; tls?: unknown }, context: z.RefinementCtx): void => {
    const refuse = (message: string, path: string[] = []) => context.addIssue({ code: "custom", path, message });
    if (settings.domain && settings.tls) refuse("must be left out where there is a domain", ["tls"]);
    if (settings.domain || settings.tls) return;
    refuse(`${architecture} needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP`);
  };
}

const tier = z.enum(["public", "private", "isolated"]);

const interfaceEndpoint = z.union([z.enum(["ssm", "ecs", "eks"]), z.templateLiteral(["com.amazonaws.", text])], {
  error: 'must be "ssm", "ecs", "eks" or a service such as "com.amazonaws.eu-west-1.kms"',
});

export const network = z.strictObject({
  zones: z.union([count, z.array(text)]).optional(),
  tiers: z.array(tier).optional(),
  cidrBlock: text.optional(),
  subnetCidrs: z.partialRecord(tier, z.array(text)).optional(),
  nat: z.enum(["none", "single", "perZone", "regional"]).optional(),
  ipv6: z.boolean().optional(),
  gatewayEndpoints: z.array(z.enum(["s3", "dynamodb"])).optional(),
  interfaceEndpoints: z.array(interfaceEndpoint).optional(),
  flowLogs: z.union([z.literal(false), z.strictObject({ retentionDays: count })]).optional(),
  trustedCidrs: z.array(text).optional(),
});

const volume = z.strictObject({
  sizeGiB: count,
  iops: count.optional(),
  throughputMiBps: count.optional(),
  kmsKeyId: text.optional(),
});

const architecture = z.enum(["arm64", "x86_64"]);

const ami = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("amazonLinux2023") }),
  z.strictObject({ type: z.literal("ubuntu"), version: z.enum(["22.04", "24.04"]) }),
  z.strictObject({
    type: z.literal("ssmParameter"),
    name: text,
    rootDevice: text,
    architecture: architecture.optional(),
  }),
  z.strictObject({ type: z.literal("id"), id: text, rootDevice: text, architecture: architecture.optional() }),
]);

/** What may be connected to besides HTTPS: Ubuntu's packages, for one, come over HTTP. */
export const appEgress = z.array(z.strictObject({ to: text, port: count }));

/** What servers are and do. */
export const instances = {
  instanceTypes: z.array(text).optional(),
  ami: ami.optional(),
  userData: text.optional(),
  rootVolume: volume.optional(),
  dataVolumes: z.record(text, volume).optional(),
  policyArns: z.record(text, text).optional(),
  keyName: text.optional(),
  detailedMonitoring: z.boolean().optional(),
  instanceTags: z.record(text, text).optional(),
  instanceSubnets: z.enum(["private", "public"]).optional(),
  ssh: z.strictObject({ from: z.array(text) }).optional(),
  appEgress: appEgress.optional(),
};

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

/** When somebody is told, and whom. */
export const alarms = z.strictObject({
  notify: z
    .union([z.strictObject({ topicArn: text }), z.strictObject({ email: text })], {
      error: "must be a map with either topicArn or email",
    })
    .optional(),
  errorPercent: count.optional(),
  latencySeconds: count.optional(),
});
