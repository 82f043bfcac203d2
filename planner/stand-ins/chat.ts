import { type Maker, text } from "./words";

/** Stand-ins of channels of chats. */
export const chat: Readonly<Record<string, Maker>> = {
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": ({ inputs, globalArn }) => {
    const chatConfigurationArn = globalArn(
      "chatbot",
      `chat-configuration/slack-channel/${text(inputs.configurationName)}`,
    );
    return { id: chatConfigurationArn, chatConfigurationArn };
  },
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": ({ inputs, globalArn }) => ({
    id: text(inputs.teamId),
    chatConfigurationArn: globalArn(
      "chatbot",
      `chat-configuration/microsoft-teams-channel/${text(inputs.configurationName)}`,
    ),
  }),
};
