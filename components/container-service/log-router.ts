import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type ContainerImage, checkContainerImage } from "../container-image";

/** A Fluent Bit beside the containers that sends their output on. What it says itself stays in the log group. */
export interface LogRouter {
  /** Its image, a build of Fluent Bit. @default AWS for Fluent Bit */
  readonly image?: ContainerImage;
  /** The options of the output plugin, e.g. `{ Name: "kinesis_firehose", delivery_stream: "logs", region: "eu-west-1" }`. */
  readonly options: Readonly<Record<string, pulumi.Input<string>>>;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-using-fluentbit.html */
const fluentBit = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable";

export function readLogRouter(check: ArgumentCheck, { image = fluentBit, options }: LogRouter): Required<LogRouter> {
  checkContainerImage(check, "logRouter.image", image);
  const isNamed = Object.keys(options).some((key) => key.toLowerCase() === "name");
  check(isNamed, "logRouter.options", "must have the Name of an output plugin", Object.keys(options));
  return { image, options };
}
