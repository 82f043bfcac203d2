import { z } from "zod";
import { isTopicArn, topicArnRequirement } from "../../components/topic-arn";

const text = z.string();

const conduct = {
  guardrailPolicyArns: z.array(text).optional(),
  logging: z.enum(["none", "error", "info"]).optional(),
};

/** A channel of a chat that is told. */
export const chat = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("slack"), workspaceId: text, channelId: text, ...conduct }),
  z.strictObject({ type: z.literal("teams"), tenantId: text, teamId: text, channelId: text, ...conduct }),
]);

const byMail = z.strictObject({ email: text, chat: chat.optional() });
const inChat = z.strictObject({ chat });

const chats = "chat (a map of type slack, workspaceId and channelId, or of type teams, tenantId, teamId and channelId)";

/** Who is told, on a topic that is made. */
export const recipients = z.union([byMail, inChat], `must be a map with email, ${chats}, or both`);

/** Who is told: the same, or a topic that is there. */
export const notify = z
  .union(
    [z.strictObject({ topicArn: text }), byMail, inChat],
    `must be a map with topicArn, or with email, ${chats}, or both`,
  )
  .superRefine((notify, context) => {
    if (!("topicArn" in notify) || isTopicArn(notify.topicArn)) return;
    const message = `${topicArnRequirement}, got "${notify.topicArn}"`;
    context.addIssue({ code: "custom", path: ["topicArn"], message });
  });
