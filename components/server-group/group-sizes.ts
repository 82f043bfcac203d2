import type { ArgumentCheck } from "../argument-checks";
import type { TypeChoice } from "./instance-types";

/** How many servers there are; units, where instance types have weights. */
export interface SizeArgs {
  /**
   * The least number of servers, 2 or more so that the loss of a zone is survived. Where a schedule changes the sizes,
   * this and maxSize are only what the group begins with.
   *
   * @default 2 in dev, 3 in prod; that many servers of the greatest weight
   */
  readonly minSize?: number;
  /** The greatest number of servers. @default twice minSize */
  readonly maxSize?: number;
  /** The number of servers to begin with. Later it is for the scaling to decide. @default minSize */
  readonly desiredCapacity?: number;
}

export function readSizes(
  check: ArgumentCheck,
  args: SizeArgs,
  types: TypeChoice,
  isProd: boolean,
): Required<SizeArgs> {
  const { greatestWeight } = types;
  const { minSize = (isProd ? 3 : 2) * greatestWeight, maxSize = 2 * minSize, desiredCapacity = minSize } = args;
  const least = 2 * greatestWeight;
  const why = types.isWeighted ? ", two servers of the greatest weight," : "";
  const isMin = Number.isInteger(minSize) && minSize >= least;
  check(isMin, "minSize", `must be a whole number, ${least} or more${why} to span two zones`, minSize);
  check(
    Number.isInteger(maxSize) && maxSize >= minSize,
    "maxSize",
    `must be a whole number, at least minSize (${minSize})`,
    maxSize,
  );
  const within = Number.isInteger(desiredCapacity) && desiredCapacity >= minSize && desiredCapacity <= maxSize;
  const limits = `must be between minSize (${minSize}) and maxSize (${maxSize})`;
  check(within, "desiredCapacity", limits, desiredCapacity);
  return { minSize, maxSize, desiredCapacity };
}
