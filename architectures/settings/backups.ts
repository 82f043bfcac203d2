import { z } from "zod";

const count = z.number();
const text = z.string();
const texts = z.array(text);
const tags = z.record(text, text);

const cold = { coldStorageAfterDays: count.optional(), optInToArchive: z.boolean().optional() };

const rule = z.strictObject({
  recurrence: text,
  timeZone: text.optional(),
  startWindowMinutes: count.optional(),
  completionWindowMinutes: count.optional(),
  continuous: z.boolean().optional(),
  malwareScan: z.enum(["incremental", "full"]).optional(),
  deleteAfterDays: count,
  ...cold,
  copies: z.array(z.strictObject({ region: text, deleteAfterDays: count.optional(), ...cold })).optional(),
});

const limits = { minRetentionDays: count.optional(), maxRetentionDays: count.optional() };

const lock = z.union(
  [
    z.literal("none"),
    z.strictObject({ type: z.literal("governance"), ...limits }),
    z.strictObject({ type: z.literal("compliance"), changeableForDays: count, ...limits }),
  ],
  "must be none, or a map with type governance, or with type compliance and changeableForDays",
);

const restoreTesting = z.strictObject({
  resourceTypes: z.array(
    z.enum(["Aurora", "DocumentDB", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "Neptune", "RDS", "S3"]),
  ),
  recurrence: text.optional(),
  timeZone: text.optional(),
  selectionWindowDays: count.optional(),
  validationWindowHours: count.optional(),
});

/** What AWS Backup keeps, when and for how long. */
export const backups = z.strictObject({
  rules: z.record(text, rule).optional(),
  select: z.strictObject({ tags: tags.optional(), arns: texts.optional(), exceptArns: texts.optional() }).optional(),
  lock: lock.optional(),
  kmsKeyArn: text.optional(),
  forceDestroy: z.boolean().optional(),
  airGap: z.strictObject({ minRetentionDays: count, maxRetentionDays: count }).optional(),
  restoreTesting: restoreTesting.optional(),
  policyArns: tags.optional(),
});

const schedule = z.strictObject({
  recurrence: text,
  keep: z.union(
    [z.strictObject({ count }), z.strictObject({ days: count })],
    "must be a map with either count or days",
  ),
  copies: z.array(z.strictObject({ region: text, days: count, kmsKeyArn: text.optional() })).optional(),
  fastRestore: z
    .union(
      [z.strictObject({ zones: texts, count }), z.strictObject({ zones: texts, days: count })],
      "must be a map of zones, and of count or days as keep has",
    )
    .optional(),
});

/** Of which disks snapshots are made, when and for how long. */
export const snapshots = z.strictObject({
  of: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("volumes") }),
      z.strictObject({ type: z.literal("instances") }),
      z.strictObject({ type: z.literal("images"), reboot: z.boolean().optional() }),
    ])
    .optional(),
  targetTags: tags.optional(),
  schedules: z.record(text, schedule).optional(),
  kmsKeyArns: texts.optional(),
  recycleBinDays: z.union([count, z.literal("none")], "must be a number of days, or none").optional(),
});
