import * as pulumi from "@pulumi/pulumi";
import { checkEmail } from "./alarm-topic";
import type { ArgumentCheck } from "./argument-checks";
import { ChatChannel } from "./chat-channel";
import { type Chat, checkChat } from "./chat-channel/chat";
import { CostTopic } from "./cost-topic";

/** Who hears of costs: people by mail, whatever reads a topic, or both. */
export interface CostNotifyArgs {
  /** The addresses that get a mail, at most ten; AWS asks none of them to confirm. @default nobody */
  readonly emails?: readonly string[];
  /**
   * A topic that is told at once, for chats and programs: `own` makes one, and one of yours must let
   * `budgets.amazonaws.com` and `costalerts.amazonaws.com` publish and stand in this account.
   *
   * @default none
   */
  readonly topic?: "own" | { readonly topicArn: pulumi.Input<string> };
  /** The channel of Slack or Microsoft Teams that hears what the topic does, which is then made if there is none. @default none */
  readonly chat?: Chat;
}

/** One notification goes to ten addresses and one topic: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html */
const mostEmails = 10;

/** Stops the program where nobody would hear, or an address is none. */
export function checkCostNotify(check: ArgumentCheck, { emails = [], topic, chat }: CostNotifyArgs): void {
  const isHeard = emails.length > 0 || topic !== undefined || chat !== undefined;
  check(isHeard, "notify", "must name at least one e-mail address, a topic or a chat: else nobody hears of it", {
    emails,
  });
  check(emails.length <= mostEmails, "notify.emails", `must be at most ${mostEmails} addresses`, emails.length);
  emails.forEach((email, index) => {
    checkEmail(check, `notify.emails[${index}]`, email);
  });
  check(new Set(emails).size === emails.length, "notify.emails", "must not repeat an address", emails);
  checkChat(check, "notify.chat", chat);
  if (topic === undefined || topic === "own") return;
  const { topicArn } = topic;
  const isArn = typeof topicArn !== "string" || /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]{1,256}$/.test(topicArn);
  check(isArn, "notify.topic.topicArn", "must be the ARN of an SNS topic that is not FIFO", topicArn);
}

/** The topic's ARN: the one that is given, that of a topic made for it, or none. A chat is told what it is. */
export function costTopicArn(
  name: string,
  { chat, topic = chat && "own" }: CostNotifyArgs,
  parent: pulumi.Resource,
): pulumi.Output<string> | undefined {
  if (topic === undefined) return undefined;
  const arn = topic === "own" ? new CostTopic(`${name}-topic`, {}, { parent }).topicArn : pulumi.output(topic.topicArn);
  if (chat) new ChatChannel(`${name}-chat`, { chat, topicArns: [arn] }, { parent });
  return arn;
}
