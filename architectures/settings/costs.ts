import { z } from "zod";
import { chat } from "./notify";

const count = z.number();
const text = z.string();

/** Who hears of costs. */
export const costNotify = z.strictObject({
  emails: z.array(text).optional(),
  topic: z
    .union([z.literal("own"), z.strictObject({ topicArn: text })], { error: 'must be "own" or a map with topicArn' })
    .optional(),
  chat: chat.optional(),
});

const trigger = {
  atPercent: count.optional(),
  of: z.enum(["actual", "forecast"]).optional(),
  approval: z.enum(["automatic", "manual"]).optional(),
};

/** What may be spent, which costs count, when it calls, and what it does then. */
export const budget = z.strictObject({
  amountUsd: count,
  period: z.enum(["daily", "monthly", "quarterly", "yearly"]).optional(),
  filter: z
    .strictObject({
      tag: z.strictObject({ key: text, values: z.array(text) }).optional(),
      services: z.array(text).optional(),
      linkedAccounts: z.array(text).optional(),
    })
    .optional(),
  costTypes: z
    .strictObject({
      includeCredit: z.boolean().optional(),
      includeRefund: z.boolean().optional(),
      includeTax: z.boolean().optional(),
      includeSupport: z.boolean().optional(),
      includeDiscount: z.boolean().optional(),
      includeUpfront: z.boolean().optional(),
      includeRecurring: z.boolean().optional(),
      includeSubscription: z.boolean().optional(),
      includeOtherSubscription: z.boolean().optional(),
      useAmortized: z.boolean().optional(),
      useBlended: z.boolean().optional(),
    })
    .optional(),
  alerts: z
    .strictObject({ actualPercent: z.array(count).optional(), forecastPercent: z.array(count).optional() })
    .optional(),
  action: z
    .discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("stopInstances"),
        instanceIds: z.array(text),
        region: text.optional(),
        ...trigger,
      }),
      z.strictObject({
        type: z.literal("denyPolicy"),
        policyArn: text.optional(),
        roles: z.array(text).optional(),
        groups: z.array(text).optional(),
        ...trigger,
      }),
    ])
    .optional(),
});

/** What watches for costs that differ from what they were. */
export const costWatch = z.strictObject({
  monitor: z.union([z.literal("new"), z.strictObject({ monitorArn: text })], {
    error: 'must be "new" or a map with monitorArn',
  }),
  mails: z.enum(["daily", "weekly"]).optional(),
  impactUsd: count.optional(),
  impactPercent: count.optional(),
  allocationTags: z.array(text).optional(),
  category: z.strictObject({ tagKey: text, otherwise: text.optional() }).optional(),
});

/** Savings Plans to buy, by name. */
export const savingsPlans = z.record(
  text,
  z.strictObject({
    plan: z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("compute") }),
      z.strictObject({ type: z.literal("ec2Instance"), region: text, instanceFamily: text }),
    ]),
    hourlyCommitmentUsd: count,
    termYears: z.union([z.literal(1), z.literal(3)], { error: "must be 1 or 3" }),
    payment: z.discriminatedUnion("option", [
      z.strictObject({ option: z.literal("noUpfront") }),
      z.strictObject({ option: z.literal("partialUpfront"), upfrontUsd: count }),
      z.strictObject({ option: z.literal("allUpfront") }),
    ]),
    confirmTotalUsd: count,
  }),
  { error: "must be a map of Savings Plans by name" },
);
