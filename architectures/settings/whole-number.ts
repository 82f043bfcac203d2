import { z } from "zod";

/**
 * A whole number.
 *
 * @param why what the least number is for: " to span two zones"
 */
export function wholeNumber(least: number, why = "") {
  const message = `must be a whole number, ${least} or more${why}`;
  // Unlike `int` it leaves the schema a number, which docs/settings.md can name.
  return z.number().multipleOf(1, message).min(least, message);
}
