import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/** How fast a file system is. https://docs.aws.amazon.com/efs/latest/ug/performance.html#throughput-modes */
export type Throughput =
  /** As fast as it is asked to be, paid for by what is read and written. */
  | { readonly type: "elastic" }
  /** By the size of what is stored, with credits for bursts. */
  | { readonly type: "bursting" }
  /** A fixed rate, paid for by the hour. */
  | {
      readonly type: "provisioned";
      /** MiB a second, 1–3414. */
      readonly mibps: number;
    };

/** Limits: https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html */
export function checkThroughput(check: ArgumentCheck, throughput: Throughput): void {
  if (throughput.type !== "provisioned") return;
  const { mibps } = throughput;
  check(mibps >= 1 && mibps <= 3414, "throughput.mibps", "must be between 1 and 3414", mibps);
}

type ThroughputInput = Pick<aws.efs.FileSystemArgs, "throughputMode" | "provisionedThroughputInMibps">;

export function throughputInput(throughput: Throughput): ThroughputInput {
  if (throughput.type !== "provisioned") return { throughputMode: throughput.type };
  return { throughputMode: "provisioned", provisionedThroughputInMibps: throughput.mibps };
}
