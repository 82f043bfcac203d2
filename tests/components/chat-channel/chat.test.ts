import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { type Chat, checkChat } from "../../../components/chat-channel/chat";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const slack = { type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } as const;
const teams = {
  type: "teams",
  tenantId: "8d3c7f0e-1b2a-4c3d-9e8f-0a1b2c3d4e5f",
  teamId: "74361522-DA01-538D-AA2E-AC7918C6BB92",
  channelId: "19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2",
} as const;
const refused = (chat: Chat, message: string) => assert.throws(() => checkChat(check, "chat", chat), { message });

describe("a chat", () => {
  it("is none, or a channel of Slack, public or private, or of Microsoft Teams", () => {
    checkChat(check, "chat", undefined);
    checkChat(check, "chat", slack);
    checkChat(check, "chat", { ...slack, channelId: "G01ABCDEF", logging: "none" });
    checkChat(check, "chat", { ...teams, guardrailPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] });
  });

  it("is refused by the name of a channel or workspace of Slack, where its id is asked", () => {
    refused(
      { ...slack, channelId: "alerts" },
      'chat.channelId must be the id of a Slack channel such as "C07EZ1ABC23", got "alerts"',
    );
    refused(
      { ...slack, workspaceId: "shop.slack.com" },
      'chat.workspaceId must be the id of a Slack workspace such as "T07EA123LEP", got "shop.slack.com"',
    );
  });

  it("is refused by an id of Teams that is none, or is not as it is in the link", () => {
    refused({ ...teams, tenantId: "1234" }, 'chat.tenantId must be the id of an Entra tenant, a UUID, got "1234"');
    refused({ ...teams, teamId: "shop" }, 'chat.teamId must be the id of a team, a UUID, got "shop"');
    refused(
      { ...teams, channelId: "19:b6ef@thread.tacv2" },
      'chat.channelId must be the id of a channel as it is in the link to it, such as "19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2", got "19:b6ef@thread.tacv2"',
    );
  });

  it("is refused by what it is not, by what is no policy, and by what is no level", () => {
    refused({ ...slack, type: "irc" as "slack" }, 'chat.type must be slack or teams, got "irc"');
    refused(
      { ...slack, guardrailPolicyArns: ["ReadOnlyAccess"] },
      'chat.guardrailPolicyArns must be ARNs of IAM policies, got "ReadOnlyAccess"',
    );
    const arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    refused(
      { ...slack, guardrailPolicyArns: Array(21).fill(arn) },
      "chat.guardrailPolicyArns must be at most 20, got 21",
    );
    refused({ ...slack, logging: "all" as "info" }, 'chat.logging must be none, error or info, got "all"');
  });
});
