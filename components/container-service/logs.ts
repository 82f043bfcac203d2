import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type ContainerImage, checkContainerImage } from "../container-image";

/** Where the containers' output goes. */
export interface ServiceLogs {
  /**
   * Days that CloudWatch keeps it: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 ... 3653.
   *
   * @default 365 in prod, 14 in dev
   */
  readonly retentionDays?: number;
  /**
   * The class of the log group. Infrequent access costs half to write, and has no live tail and no metric filters.
   *
   * @default "standard"
   */
  readonly logClass?: "standard" | "infrequentAccess";
  /** The ARN of the KMS key that encrypts it; its policy must let CloudWatch Logs use it. @default CloudWatch's own key */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** A Fluent Bit beside the containers that sends their output on. What it says itself stays in the log group. */
export interface LogRouter {
  /** Its image, a build of Fluent Bit. @default AWS for Fluent Bit */
  readonly image?: ContainerImage;
  /** The options of the output plugin, e.g. `{ Name: "kinesis_firehose", delivery_stream: "logs", region: "eu-west-1" }`. */
  readonly options: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The logs with their defaults, checked. */
export interface LogSettings {
  readonly retentionDays: number;
  readonly logClass: "standard" | "infrequentAccess";
  readonly kmsKeyArn: pulumi.Input<string> | undefined;
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function readLogs(check: ArgumentCheck, args: ServiceLogs, isProd: boolean): LogSettings {
  const { retentionDays = isProd ? 365 : 14, logClass = "standard", kmsKeyArn } = args;
  checkLogRetention(check, "logs.retentionDays", retentionDays);
  return { retentionDays, logClass, kmsKeyArn };
}

/** @throws when CloudWatch Logs has no such retention. */
export function checkLogRetention(check: ArgumentCheck, argument: string, retentionDays: number): void {
  const isRetention = retentions.includes(retentionDays);
  check(isRetention, argument, `must be one of ${retentions.join(", ")}`, retentionDays);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-using-fluentbit.html */
const fluentBit = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable";

export function readLogRouter(check: ArgumentCheck, { image = fluentBit, options }: LogRouter): Required<LogRouter> {
  checkContainerImage(check, "logRouter.image", image);
  const isNamed = Object.keys(options).some((key) => key.toLowerCase() === "name");
  check(isNamed, "logRouter.options", "must have the Name of an output plugin", Object.keys(options));
  return { image, options };
}

/** The log group of a service. */
export function logGroup(
  name: string,
  { retentionDays, logClass, kmsKeyArn }: LogSettings,
  parent: pulumi.Resource,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    `${name}-logs`,
    {
      retentionInDays: retentionDays,
      logGroupClass: logClass === "standard" ? "STANDARD" : "INFREQUENT_ACCESS",
      kmsKeyId: kmsKeyArn,
      tags: { Name: `${name}-logs` },
    },
    { parent },
  );
}
