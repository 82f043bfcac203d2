import { z } from "zod";
import { flowLogFields } from "../../components/network/flow-log-fields";

const count = z.number();
const text = z.string();

const records = {
  fields: z.array(z.enum(flowLogFields)).optional(),
  maxAggregationSeconds: z.union([z.literal(60), z.literal(600)], { error: "must be 60 or 600" }).optional(),
};

const ownBucket = z.strictObject({ retentionDays: count.optional(), kmsKeyArn: text.optional() });

/** Where the records of a network's traffic are kept; false for nowhere. */
export const flowLogs = z.union(
  [
    z.literal(false),
    z.discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("cloudWatch").optional(),
        retentionDays: count,
        kmsKeyArn: text.optional(),
        deletionProtection: z.boolean().optional(),
        ...records,
      }),
      z.strictObject({
        type: z.literal("s3"),
        bucket: z
          .union([z.strictObject({ arn: text }), ownBucket], {
            error: "must be a map of arn, or of retentionDays and kmsKeyArn",
          })
          .optional(),
        prefix: text.optional(),
        fileFormat: z.enum(["parquet", "plainText"]).optional(),
        hiveCompatiblePartitions: z.boolean().optional(),
        perHourPartition: z.boolean().optional(),
        ...records,
      }),
      z.strictObject({ type: z.literal("firehose"), deliveryStreamArn: text, ...records }),
    ]),
  ],
  { error: "must be false, or a map of retentionDays, or of the type s3 or firehose with its settings" },
);
