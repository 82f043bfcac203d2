import { z } from "zod";

const count = z.number();
const text = z.string();

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
