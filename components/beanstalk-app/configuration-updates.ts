import type { ArgumentCheck } from "../argument-checks";
import { checkChoice } from "./choice";
import type { Updated } from "./deployment";

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-updating.html */
export type ConfigurationUpdates =
  /** The next batch begins when the last is well. */
  | ({
      readonly type: "health";
      /** Minutes that a batch may take to become well, 5–60. @default 30 */
      readonly timeoutMinutes?: number;
    } & RollingBatch)
  /** The next batch begins after a time. */
  | ({
      readonly type: "time";
      /** Seconds between two batches, 0–3600. */
      readonly pauseSeconds: number;
    } & RollingBatch)
  /** New instances in a second group, which replace the old ones when all are well. */
  | { readonly type: "immutable" }
  /** All at once: out of service meanwhile. */
  | { readonly type: "off" };

interface RollingBatch {
  /** Instances in a batch, 1 to the greatest size. @default a third of the least size */
  readonly batchSize?: number;
  /** Instances that stay in service, 0–9999, less than the greatest size. @default the least size, as far as that is less */
  readonly minInService?: number;
}

export function configurationOptions(check: ArgumentCheck, updates: ConfigurationUpdates, { maxSize }: Updated) {
  const { type } = updates;
  checkChoice(check, "configurationUpdates.type", ["health", "time", "immutable", "off"], type);
  const fits = maxSize > 1 || type === "off" || type === "immutable";
  check(fits, "configurationUpdates.type", "must be off or immutable for a single instance", type);
  switch (type) {
    case "off":
      return { RollingUpdateEnabled: false };
    case "immutable":
      return { RollingUpdateEnabled: true, RollingUpdateType: "Immutable" } as const;
    case "health": {
      const { timeoutMinutes = 30 } = updates;
      const holds = Number.isInteger(timeoutMinutes) && timeoutMinutes >= 5 && timeoutMinutes <= 60;
      const stated = "configurationUpdates.timeoutMinutes";
      check(holds, stated, "must be a whole number between 5 and 60", timeoutMinutes);
      const batch = rollingOptions(check, updates, maxSize);
      const Timeout = duration(60 * timeoutMinutes);
      return { RollingUpdateEnabled: true, RollingUpdateType: "Health", Timeout, ...batch } as const;
    }
    case "time": {
      const { pauseSeconds } = updates;
      const holds = Number.isInteger(pauseSeconds) && pauseSeconds >= 0 && pauseSeconds <= 3600;
      check(holds, "configurationUpdates.pauseSeconds", "must be a whole number between 0 and 3600", pauseSeconds);
      const batch = rollingOptions(check, updates, maxSize);
      return {
        RollingUpdateEnabled: true,
        RollingUpdateType: "Time",
        PauseTime: duration(pauseSeconds),
        ...batch,
      } as const;
    }
  }
}

function rollingOptions(check: ArgumentCheck, { batchSize, minInService }: RollingBatch, maxSize: number) {
  const at = "configurationUpdates";
  const isBatch = batchSize === undefined || (Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= maxSize);
  check(isBatch, `${at}.batchSize`, `must be a whole number between 1 and the greatest size (${maxSize})`, batchSize);
  const isLeast =
    minInService === undefined || (Number.isInteger(minInService) && minInService >= 0 && minInService < maxSize);
  check(
    isLeast,
    `${at}.minInService`,
    `must be a whole number from 0, less than the greatest size (${maxSize})`,
    minInService,
  );
  return { MaxBatchSize: batchSize, MinInstancesInService: minInService };
}

/** In ISO 8601: `PT1H`, `PT2M30S`, `PT0S`. */
function duration(seconds: number): `PT${string}` {
  const parts = [
    [Math.floor(seconds / 3600), "H"],
    [Math.floor((seconds % 3600) / 60), "M"],
    [seconds % 60, "S"],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return `PT${written.join("") || "0S"}`;
}
