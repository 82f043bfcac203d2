import type * as pulumi from "@pulumi/pulumi";
import type { ContainerImage } from "../container-image";

/** One container of a task (ECS) or pod (EKS). */
export interface Container {
  /** What it runs: a reference with a tag or digest, a tag of a repository, or a folder that is built. */
  readonly image: ContainerImage;
  /** The TCP port on which it listens, 1–65535. @default none */
  readonly port?: number;
  /** What the port speaks; lets Service Connect count and retry requests. @default "http" */
  readonly protocol?: "http" | "http2" | "grpc" | "tcp";
  /** Plain settings. Secrets have a place of their own. @default none */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Secrets by the name of the variable that gets them; the service may read exactly these. @default none */
  readonly secrets?: Readonly<Record<string, ContainerSecret>>;
  /** What is run instead of the image's own command. @default the image's */
  readonly command?: readonly string[];
  /** What is run instead of the image's own entry point. @default the image's */
  readonly entryPoint?: readonly string[];
  /** CPU units of the task's own that are this container's, 1024 to a vCPU. @default shared with the others */
  readonly cpu?: number;
  /** The memory above which it is killed, MiB, 6 or more. @default what the task has */
  readonly memoryMiB?: number;
  /** The memory that is kept for it, MiB, 6 or more, at most memoryMiB. @default shared with the others */
  readonly memoryReservationMiB?: number;
  /** Which containers must have come how far before it starts, by their name. @default none */
  readonly dependsOn?: Readonly<Record<string, "start" | "healthy" | "complete" | "success">>;
  /** A command inside the container that fails when it is unwell. @default none: the load balancer's check counts */
  readonly healthCheck?: ContainerHealthCheck;
  /** Limits of its processes. Fargate takes `nofile` alone. @default the engine's */
  readonly ulimits?: Readonly<Record<string, { readonly soft: number; readonly hard: number }>>;
  /** The volumes that it sees, by their name. @default none */
  readonly mounts?: Readonly<Record<string, Mount>>;
  /** Whether the task ends when it does. @default true for the first container, false for the others */
  readonly essential?: boolean;
  /** The user that it runs as, `uid` or `uid:gid`. 0 is root and must be meant. @default "1000:1000" */
  readonly user?: string;
  /** Whether its image can be written to as it runs; `scratch` volumes are the better way. @default true: it cannot */
  readonly readOnlyRoot?: boolean;
  /** Linux capabilities that it keeps; all others are dropped. On Fargate only SYS_PTRACE can be had. @default none */
  readonly addCapabilities?: readonly string[];
  /** Whether a small init process reaps its orphans and passes on signals. @default true */
  readonly initProcess?: boolean;
  /** Whether it is started again in place when it ends by itself. ECS only. @default it is not, the task is replaced */
  readonly restart?: { readonly ignoredExitCodes?: readonly number[]; readonly resetAfterSeconds?: number };
  /** Seconds between SIGTERM and SIGKILL, 0–120. @default 30 */
  readonly stopTimeoutSeconds?: number;
  /** Seconds that containers which wait for this one give it, 2–120 on Fargate. ECS only. @default no limit */
  readonly startTimeoutSeconds?: number;
  /** Whether a tag is held to the digest that it had when the version was made. ECS only. @default true */
  readonly pinDigest?: boolean;
}

/** A value of Secrets Manager or Parameter Store, by its full ARN: a name alone cannot be granted. */
export type ContainerSecret =
  | {
      /** The ARN of a secret of Secrets Manager. */
      readonly secretArn: pulumi.Input<string>;
      /** The key of a secret that is a JSON object. @default the whole secret */
      readonly key?: string;
      /** The ARN of the KMS key that encrypts it, to be granted. @default AWS's own key, which needs no grant */
      readonly kmsKeyArn?: pulumi.Input<string>;
    }
  | {
      /** The ARN of a parameter of Systems Manager. */
      readonly parameterArn: pulumi.Input<string>;
      /** The ARN of the KMS key that encrypts it, to be granted. @default AWS's own key, which needs no grant */
      readonly kmsKeyArn?: pulumi.Input<string>;
    };

/** Limits: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
export interface ContainerHealthCheck {
  /** A program of the image and its arguments, e.g. `["node", "check.js"]`; or a line for `/bin/sh`. */
  readonly command: readonly string[] | string;
  /** Seconds between two checks, 5–300. @default 30 */
  readonly intervalSeconds?: number;
  /** Seconds that a check may take, 2–60. @default 5 */
  readonly timeoutSeconds?: number;
  /** Failures in a row that make it unwell, 1–10. @default 3 */
  readonly retries?: number;
  /** Seconds after its start in which failures do not count, 0–300. @default 0 */
  readonly startSeconds?: number;
}

export interface Mount {
  /** Where the container sees it, e.g. `/data`. */
  readonly path: string;
  /** Whether it may only be read. @default false */
  readonly readOnly?: boolean;
}
