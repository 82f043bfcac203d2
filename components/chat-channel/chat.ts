import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * A channel of a chat. Somebody must first have let AWS into the workspace or team, once, in the console of Amazon Q
 * Developer in chat applications: no API can.
 */
export type Chat = SlackChannel | TeamsChannel;

/** A channel of Slack. For a private one, invite `@Amazon Q` in it. */
export interface SlackChannel extends ChatConduct {
  readonly type: "slack";
  /** The id of the workspace, as the console of Amazon Q shows it: `T07EA123LEP`. */
  readonly workspaceId: string;
  /** The id of the channel, at the end of its link: `C07EZ1ABC23`. */
  readonly channelId: string;
}

/** A channel of Microsoft Teams: all three ids are in the link to the channel. */
export interface TeamsChannel extends ChatConduct {
  readonly type: "teams";
  /** The id of the Entra tenant, a UUID: `tenantId` of the link. */
  readonly tenantId: string;
  /** The id of the team, a UUID: `groupId` of the link. */
  readonly teamId: string;
  /** The id of the channel as it is in the link: `19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2`. */
  readonly channelId: string;
}

/** What holds in a channel. */
export interface ChatConduct {
  /**
   * ARNs of the IAM policies beyond which nobody in the channel can do anything, whatever their role allows.
   *
   * @default the one policy of the channel's role, which reads metrics and alarms
   */
  readonly guardrailPolicyArns?: readonly pulumi.Input<string>[];
  /** What is written to CloudWatch Logs in us-east-1, whatever the region: what failed, or everything. @default "error" */
  readonly logging?: "none" | "error" | "info";
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * @throws when an id is not of what it should be.
 * https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html and
 * https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateMicrosoftTeamsChannelConfiguration.html
 */
export function checkChat(check: ArgumentCheck, argument: string, chat: Chat | undefined): void {
  if (chat === undefined) return;
  const is = (key: string, value: string, form: RegExp, what: string) => {
    check(form.test(value), `${argument}.${key}`, `must be ${what}`, value);
  };
  switch (chat.type) {
    case "slack":
      is("workspaceId", chat.workspaceId, /^[ET][0-9A-Z]{2,254}$/, 'the id of a Slack workspace such as "T07EA123LEP"');
      is("channelId", chat.channelId, /^[CG][0-9A-Z]{2,254}$/, 'the id of a Slack channel such as "C07EZ1ABC23"');
      break;
    case "teams":
      is("tenantId", chat.tenantId, uuid, "the id of an Entra tenant, a UUID");
      is("teamId", chat.teamId, uuid, "the id of a team, a UUID");
      is(
        "channelId",
        chat.channelId,
        /^(?=.{1,255}$)[\w=+/.,-]*%3a[\w=+/.,-]*%40[\w=+/.,-]*$/i,
        'the id of a channel as it is in the link to it, such as "19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2"',
      );
      break;
    default:
      check(false, `${argument}.type`, "must be slack or teams", (chat satisfies never as { type?: unknown }).type);
  }
  const { guardrailPolicyArns = [], logging = "error" } = chat;
  check(
    guardrailPolicyArns.length <= 20,
    `${argument}.guardrailPolicyArns`,
    "must be at most 20",
    guardrailPolicyArns.length,
  );
  for (const arn of guardrailPolicyArns) {
    const isPolicy = typeof arn !== "string" || /^arn:[^:]+:iam::(\d{12}|aws):policy\/.+$/.test(arn);
    check(isPolicy, `${argument}.guardrailPolicyArns`, "must be ARNs of IAM policies", arn);
  }
  const isLevel = ["none", "error", "info"].includes(logging);
  check(isLevel, `${argument}.logging`, "must be none, error or info", logging);
}
