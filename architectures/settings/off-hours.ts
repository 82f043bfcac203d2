import { z } from "zod";

/** When nobody works, so that nothing runs: only in dev, unless said. */
export const offHours = z.strictObject({
  timeZone: z.string(),
  from: z.string(),
  to: z.string(),
  weekends: z.boolean().optional(),
  inProd: z.boolean().optional(),
});
