import { z } from "zod";

const count = z.number();
const text = z.string();

/** A relational database. */
export const database = z.strictObject({
  engine: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("postgres"), version: z.enum(["15", "16", "17"]) }),
    z.strictObject({ type: z.literal("mysql"), version: z.enum(["8.0", "8.4"]) }),
  ]),
  databaseName: text.optional(),
  instanceClass: text.optional(),
  storageGiB: count.optional(),
  maxStorageGiB: count.optional(),
  multiAz: z.boolean().optional(),
  backupDays: count.optional(),
  deletionProtection: z.boolean().optional(),
});
