import * as pulumi from "@pulumi/pulumi";
import type { OrNone } from "../../components/alarm-set";
import type { Recipients } from "../../components/alarm-topic";
import { ChatChannel } from "../../components/chat-channel";
import type { Chat } from "../../components/chat-channel/chat";
import type { StackAlarmArgs } from "../settings/alarms";

/** When somebody is told, and whom: alarms tell topics of their own region, so there is one in each. */
type Alarms = Omit<StackAlarmArgs, "notify"> & { readonly notify?: Recipients | undefined };

/** Alarms whose topics are mailed each by itself, and the chat that hears of all topics. */
export interface Told {
  readonly alarms: OrNone<Omit<Alarms, "notify"> & { readonly notify?: { readonly email: string } }> | undefined;
  readonly chat: Chat | undefined;
}

export function toldOf(alarms: OrNone<Alarms> | undefined): Told {
  if (alarms === undefined || alarms === "none") return { alarms, chat: undefined };
  const { notify: { email, chat } = {}, ...when } = alarms;
  return { alarms: { ...when, ...(email !== undefined && { notify: { email } }) }, chat };
}

/** Sets up the channel once, as an account can, for all topics. */
export function tellChat(
  name: string,
  chat: Chat | undefined,
  topicArns: readonly (pulumi.Output<string> | undefined)[],
): void {
  if (chat === undefined) return;
  new ChatChannel(`${name}-chat`, { chat, topicArns: topicArns.filter((arn) => pulumi.Output.isInstance(arn)) });
}
