import { z } from "zod";

const count = z.number();
const text = z.string();
const flag = z.boolean();

const idleDays = z.literal([1, 7, 14, 30, 60, 90, 180, 270, 365, "never"]);

const throughput = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("elastic") }),
  z.strictObject({ type: z.literal("bursting") }),
  z.strictObject({ type: z.literal("provisioned"), mibps: count }),
]);

/** The files that servers share. */
export const files = z.strictObject({
  subnets: z.enum(["private", "isolated"]).optional(),
  throughput: throughput.optional(),
  storageClasses: z
    .strictObject({
      infrequentAccessAfterDays: idleDays.optional(),
      archiveAfterDays: idleDays.optional(),
      standardOnAccess: flag.optional(),
    })
    .optional(),
  kmsKeyArn: text.optional(),
  replication: z.strictObject({ region: text, kmsKeyArn: text.optional() }).optional(),
  overwriteProtection: flag.optional(),
  deletionProtection: flag.optional(),
  tags: z.record(text, text).optional(),
});
