import { z } from "zod";

const text = z.string();
const windows = z.array(text);

/** When AWS takes a zone out by itself, and when it tries that. */
export const zonalAutoshift = z.strictObject({
  autoshift: z.boolean().optional(),
  practiceWindows: z
    .union([z.strictObject({ allowed: windows }), z.strictObject({ blocked: windows })], {
      error: "must be a map with either allowed or blocked",
    })
    .optional(),
  blockedDates: z.array(text).optional(),
  blockingAlarmArns: z.array(text).optional(),
});
