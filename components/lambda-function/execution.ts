import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How a function runs. */
export interface ExecutionArgs {
  /** What it is built for. @default "arm64" */
  readonly architecture?: "arm64" | "x86_64";
  /** Its memory, and CPU with it, 128–10240 MiB; 2048–32768 on managed instances. @default 256, or 2048 on managed instances */
  readonly memoryMiB?: number;
  /** Seconds that one call may take, 1–900. @default 10 */
  readonly timeoutSeconds?: number;
  /** The size of /tmp, 512–10240 MiB. @default 512 */
  readonly ephemeralStorageMiB?: number;
  /** Whether new environments start from a snapshot: Java, Python and .NET, not images. @default false */
  readonly snapStart?: boolean;
  /** How many calls may run at once, 0 or more, kept free for this function. @default as many as the account has free */
  readonly reservedConcurrency?: number;
  /** How many environments are ready before a call comes, 1 or more, at an hourly price. @default none */
  readonly provisionedConcurrency?: number;
  /** Runs on instances of a capacity provider, many calls at once in an environment. @default on what Lambda has */
  readonly managedInstances?: ManagedInstances;
  /** Lets one execution take up to a year, through checkpoints. It cannot be added to a function later. @default not */
  readonly durable?: {
    /** Seconds that an execution may take, 1–31622400. */
    readonly executionTimeoutSeconds: number;
    /** Days for which its history is kept, 1–90. @default 14 */
    readonly retentionDays?: number;
  };
  /** Whether each tenant that callers name has environments of its own. It cannot be changed later. @default false */
  readonly tenantIsolation?: boolean;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html */
export interface ManagedInstances {
  /** The ARN of the capacity provider; it decides the network too. */
  readonly capacityProviderArn: pulumi.Input<string>;
  /** GiB of memory to a vCPU, 2–8. @default AWS's choice */
  readonly memoryGiBPerVcpu?: number;
  /** How many calls an environment takes at once, 1–1600. @default AWS's choice, by runtime */
  readonly maxConcurrency?: number;
  /** The least number of environments. AWS keeps them for every version that is published. @default 3 */
  readonly minEnvironments?: number;
  /** The greatest number of environments. @default no limit but the capacity provider's */
  readonly maxEnvironments?: number;
}

/** The arguments with their defaults, checked. */
export type ExecutionSettings = ExecutionArgs &
  Required<Pick<ExecutionArgs, "architecture" | "memoryMiB" | "timeoutSeconds" | "ephemeralStorageMiB" | "snapStart">>;

/** What other arguments mean for how a function runs. */
interface Surroundings {
  readonly runtime: string | "image";
  readonly inVpc: boolean;
  readonly mountsFiles: boolean;
}

/** Limits: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export function readExecution(check: ArgumentCheck, args: ExecutionArgs, around: Surroundings): ExecutionSettings {
  const { architecture = "arm64", timeoutSeconds = 10, ephemeralStorageMiB = 512, snapStart = false } = args;
  const { managedInstances, durable, reservedConcurrency = 0, provisionedConcurrency = 1 } = args;
  const { memoryMiB = managedInstances ? 2048 : 256 } = args;
  const range = (argument: string, value: number, least: number, most: number) => {
    const within = Number.isInteger(value) && value >= least && value <= most;
    check(within, argument, `must be a whole number between ${least} and ${most}`, value);
  };
  if (managedInstances) range("memoryMiB", memoryMiB, 2048, 32768);
  else range("memoryMiB", memoryMiB, 128, 10240);
  range("timeoutSeconds", timeoutSeconds, 1, 900);
  range("ephemeralStorageMiB", ephemeralStorageMiB, 512, 10240);
  // A Lambda account can have tens of thousands of environments; AWS names no greatest number.
  range("reservedConcurrency", reservedConcurrency, 0, Number.MAX_SAFE_INTEGER);
  range("provisionedConcurrency", provisionedConcurrency, 1, Number.MAX_SAFE_INTEGER);
  const { reservedConcurrency: reserved, provisionedConcurrency: ready } = args;
  const fits = reserved === undefined || ready === undefined || ready <= reserved;
  check(fits, "provisionedConcurrency", `must be at most reservedConcurrency (${reserved})`, ready);
  if (durable) {
    range("durable.executionTimeoutSeconds", durable.executionTimeoutSeconds, 1, 31622400);
    range("durable.retentionDays", durable.retentionDays ?? 14, 1, 90);
  }
  if (managedInstances) checkManagedInstances(check, args, managedInstances, around);
  if (snapStart) checkSnapStart(check, { ...args, ephemeralStorageMiB }, around);
  // https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html
  const alone = !args.tenantIsolation || ready === undefined;
  check(alone, "provisionedConcurrency", "must be left out with tenantIsolation", ready);
  return { ...args, architecture, memoryMiB, timeoutSeconds, ephemeralStorageMiB, snapStart };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html */
function checkSnapStart(check: ArgumentCheck, args: ExecutionArgs, { runtime, mountsFiles }: Surroundings): void {
  const [, language, version] = /^(java|python3\.|dotnet)(\d+)/.exec(runtime) ?? [];
  const oldest: Record<string, number> = { java: 11, "python3.": 12, dotnet: 8 };
  const supported = language !== undefined && Number(version) >= (oldest[language] ?? 0);
  check(supported, "snapStart", "must be left out but for Java 11, Python 3.12 or .NET 8 and later", runtime);
  const without = (argument: string, isSaid: boolean) =>
    check(!isSaid, argument, "must be left out with snapStart", true);
  without("provisionedConcurrency", args.provisionedConcurrency !== undefined);
  without("fileSystem", mountsFiles);
  without("tenantIsolation", args.tenantIsolation === true);
  const { ephemeralStorageMiB = 512 } = args;
  check(ephemeralStorageMiB === 512, "ephemeralStorageMiB", "must be 512 with snapStart", ephemeralStorageMiB);
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_LambdaManagedInstancesCapacityProviderConfig.html */
function checkManagedInstances(
  check: ArgumentCheck,
  args: ExecutionArgs,
  { memoryGiBPerVcpu = 2, maxConcurrency = 1, minEnvironments = 0, maxEnvironments }: ManagedInstances,
  { inVpc }: Surroundings,
): void {
  const isRatio = memoryGiBPerVcpu >= 2 && memoryGiBPerVcpu <= 8;
  check(isRatio, "managedInstances.memoryGiBPerVcpu", "must be between 2 and 8", memoryGiBPerVcpu);
  const isCount = Number.isInteger(maxConcurrency) && maxConcurrency >= 1 && maxConcurrency <= 1600;
  check(isCount, "managedInstances.maxConcurrency", "must be a whole number between 1 and 1600", maxConcurrency);
  const isLeast = Number.isInteger(minEnvironments) && minEnvironments >= 0;
  check(isLeast, "managedInstances.minEnvironments", "must be a whole number, 0 or more", minEnvironments);
  const isMost =
    maxEnvironments === undefined || (Number.isInteger(maxEnvironments) && maxEnvironments >= minEnvironments);
  check(
    isMost,
    "managedInstances.maxEnvironments",
    `must be a whole number, at least minEnvironments (${minEnvironments})`,
    maxEnvironments,
  );
  check(!inVpc, "vpc", "must be left out with managedInstances, whose capacity provider decides the network", true);
  const { snapStart = false, provisionedConcurrency } = args;
  check(!snapStart, "snapStart", "must be left out with managedInstances", snapStart);
  const none = provisionedConcurrency === undefined;
  check(none, "provisionedConcurrency", "must be left out with managedInstances", provisionedConcurrency);
}

type ExecutionInput = Pick<
  aws.lambda.FunctionArgs,
  | "architectures"
  | "memorySize"
  | "timeout"
  | "ephemeralStorage"
  | "snapStart"
  | "reservedConcurrentExecutions"
  | "capacityProviderConfig"
  | "durableConfig"
  | "tenancyConfig"
>;

export function executionInput(settings: ExecutionSettings): ExecutionInput {
  const { architecture, memoryMiB, timeoutSeconds, ephemeralStorageMiB, snapStart } = settings;
  const { managedInstances, durable, tenantIsolation, reservedConcurrency } = settings;
  return {
    architectures: [architecture],
    memorySize: memoryMiB,
    timeout: timeoutSeconds,
    ephemeralStorage: { size: ephemeralStorageMiB },
    snapStart: snapStart ? { applyOn: "PublishedVersions" } : undefined,
    reservedConcurrentExecutions: reservedConcurrency,
    capacityProviderConfig: managedInstances && {
      lambdaManagedInstancesCapacityProviderConfig: {
        capacityProviderArn: managedInstances.capacityProviderArn,
        executionEnvironmentMemoryGibPerVcpu: managedInstances.memoryGiBPerVcpu,
        perExecutionEnvironmentMaxConcurrency: managedInstances.maxConcurrency,
      },
    },
    durableConfig: durable && {
      executionTimeout: durable.executionTimeoutSeconds,
      retentionPeriod: durable.retentionDays ?? 14,
    },
    tenancyConfig: tenantIsolation ? { tenantIsolationMode: "PER_TENANT" } : undefined,
  };
}

/** How many environments of the newest version there are on managed instances. */
export function environments(
  name: string,
  { minEnvironments, maxEnvironments }: ManagedInstances,
  made: aws.lambda.Function,
  parent: pulumi.Resource,
): void {
  if (minEnvironments === undefined && maxEnvironments === undefined) return;
  new aws.lambda.FunctionScalingConfig(
    `${name}-environments`,
    {
      functionName: made.name,
      qualifier: made.version,
      functionScalingConfig: { minExecutionEnvironments: minEnvironments, maxExecutionEnvironments: maxEnvironments },
    },
    { parent },
  );
}
