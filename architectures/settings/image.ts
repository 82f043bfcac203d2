import { z } from "zod";

const count = z.number();
const text = z.string();
const texts = z.array(text);
const flag = z.boolean();

const schedule = z.union(
  [
    z.literal("manual"),
    z.strictObject({ recurrence: text, timeZone: text.optional(), onlyOnUpdates: flag.optional() }),
  ],
  "must be manual, or a map of a recurrence, and perhaps timeZone and onlyOnUpdates",
);

/** How images are built, and where they go. What is on them is the architecture's to say. */
export const image = z.strictObject({
  instanceTypes: texts.optional(),
  schedule: schedule.optional(),
  testMinutes: count.optional(),
  scanning: flag.optional(),
  keepImages: count.optional(),
  topicArn: text.optional(),
  parameterName: text.optional(),
  kmsKeyArn: text.optional(),
  copies: z.record(text, z.strictObject({ kmsKeyArn: text.optional() })).optional(),
  launchPermissions: z
    .strictObject({
      accountIds: texts.optional(),
      organizationArns: texts.optional(),
      organizationalUnitArns: texts.optional(),
    })
    .optional(),
  imageTags: z.record(text, text).optional(),
});
