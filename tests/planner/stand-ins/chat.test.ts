import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

describe("stand-ins of chats", () => {
  it("give channels the ARNs that they would have, in no region", async () => {
    const common = { configurationName: "operations", iamRoleArn: "arn:aws:iam::123456789012:role/chat" };
    const teamId = "74361522-da01-538d-aa2e-ac7918c6bb92";
    const plan = await record(() => {
      const slack = { slackTeamId: "T07EA123LEP", slackChannelId: "C07EZ1ABC23" };
      new aws.chatbot.SlackChannelConfiguration("slack", { ...slack, ...common });
      const teams = { teamId, tenantId: teamId, channelId: "19%3aa%40thread.tacv2" };
      new aws.chatbot.TeamsChannelConfiguration("teams", { ...teams, ...common });
    });
    const slack = plan.get("slack");
    assert.equal(slack.id, "arn:aws:chatbot::123456789012:chat-configuration/slack-channel/operations");
    assert.equal(slack.outputs.chatConfigurationArn, slack.id);
    const teams = plan.get("teams");
    assert.equal(teams.id, teamId);
    assert.equal(
      teams.outputs.chatConfigurationArn,
      "arn:aws:chatbot::123456789012:chat-configuration/microsoft-teams-channel/operations",
    );
  });
});
