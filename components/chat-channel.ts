import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type Chat, checkChat } from "./chat-channel/chat";
import { logGroup, logSettings } from "./service-logs";
import { checkTopicArn } from "./topic-arn";

/** Arguments of {@link ChatChannel}. */
export interface ChatChannelArgs {
  /** The channel; an account can set up each channel once, so all topics that it hears of belong here. */
  readonly chat: Chat;
  /** The ARNs of the topics that are told in the channel, at least one, of any region. */
  readonly topicArns: readonly pulumi.Input<string>[];
}

/**
 * Tells a channel of Slack or Microsoft Teams what topics are told, such as those of alarms and of costs, by Amazon Q
 * Developer in chat applications (AWS Chatbot once). The channel may look at metrics and alarms, and at nothing else.
 * The keys of the topics need not know it: SNS decrypts what it delivers.
 * https://docs.aws.amazon.com/chatbot/latest/adminguide/what-is.html and
 * https://aws.amazon.com/blogs/compute/encrypting-messages-published-to-amazon-sns-with-aws-kms/
 *
 * @example
 * import { AlarmTopic } from "./components/alarm-topic";
 * import { ChatChannel } from "./components/chat-channel";
 *
 * const web = new AlarmTopic("web-alarms");
 * const site = new AlarmTopic("site-alarms", { region: "us-east-1" });
 * const operations = new ChatChannel("operations", {
 *   chat: { type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" },
 *   topicArns: [web.topicArn, site.topicArn],
 * });
 */
export class ChatChannel extends pulumi.ComponentResource {
  /** The ARN of the channel's configuration. */
  readonly configurationArn: pulumi.Output<string>;
  /** The ARN of the role by which the channel sees metrics and alarms. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws when an id is not of what it should be, or there is no topic. */
  constructor(name: string, args: ChatChannelArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ChatChannel", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "chat channel", name);
    const { chat, topicArns } = args;
    checkChat(check, "chat", chat);
    check(topicArns.length > 0, "topicArns", "must hold the ARN of at least one topic", topicArns);
    for (const arn of topicArns) checkTopicArn(check, "topicArns", arn);

    const { role, policy, attachment } = channelRole(name, this);
    const { guardrailPolicyArns = [policy.arn], logging = "error" } = chat;
    // An account has each name once.
    const configurationName = `${pulumi.getProject()}-${pulumi.getStack()}-${name}`
      .replace(/[^\w-]/g, "-")
      .slice(0, 128);
    const common = {
      configurationName,
      iamRoleArn: role.arn,
      // Without any, AWS would set AdministratorAccess.
      guardrailPolicyArns: [...guardrailPolicyArns],
      loggingLevel: logging.toUpperCase(),
      snsTopicArns: [...topicArns],
      tags: { Name: name },
    };
    const logs = logging === "none" ? [] : [channelLog(name, configurationName, this)];
    const made = configuration(name, chat, common, { parent: this, dependsOn: [attachment, ...logs] });

    this.configurationArn = made.chatConfigurationArn;
    this.roleArn = role.arn;
    this.registerOutputs({ configurationArn: this.configurationArn, roleArn: this.roleArn });
  }
}

type Common = Pick<
  aws.chatbot.SlackChannelConfigurationArgs,
  "configurationName" | "iamRoleArn" | "guardrailPolicyArns" | "loggingLevel" | "snsTopicArns" | "tags"
>;

function configuration(name: string, chat: Chat, common: Common, opts: pulumi.CustomResourceOptions) {
  switch (chat.type) {
    case "slack": {
      const { workspaceId: slackTeamId, channelId: slackChannelId } = chat;
      const args = { slackTeamId, slackChannelId, ...common };
      return new aws.chatbot.SlackChannelConfiguration(`${name}-slack`, args, opts);
    }
    case "teams": {
      const { tenantId, teamId, channelId } = chat;
      return new aws.chatbot.TeamsChannelConfiguration(
        `${name}-teams`,
        { tenantId, teamId, channelId, ...common },
        opts,
      );
    }
  }
}

/** Made before the channel writes to it, which would make one that keeps everything for ever, always in this region. */
function channelLog(name: string, configurationName: string, parent: pulumi.Resource): pulumi.Resource {
  const place = { name: `/aws/chatbot/${configurationName}`, region: "us-east-1" };
  return logGroup(`${name}-logs`, logSettings({}), parent, place);
}

/** What a message shows beside its text: the alarm, and the graph of its metric. */
function channelRole(name: string, parent: pulumi.Resource) {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `What the channel of ${name} may see`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "chatbot.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags: { Name: `${name}-role` },
    },
    { parent },
  );
  const policy = new aws.iam.Policy(
    `${name}-read`,
    {
      description: `Metrics and alarms, as the channel of ${name} sees them`,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Metrics",
            Effect: "Allow",
            Action: ["cloudwatch:GetMetricData", "cloudwatch:GetMetricWidgetImage", "cloudwatch:ListMetrics"],
            // None of them knows a resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
            Resource: "*",
          },
          {
            Sid: "Alarms",
            Effect: "Allow",
            Action: ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
            Resource: pulumi.interpolate`arn:${partition}:cloudwatch:*:${accountId}:alarm:*`,
          },
        ],
      }),
      tags: { Name: `${name}-read` },
    },
    { parent },
  );
  const attachment = new aws.iam.RolePolicyAttachment(
    `${name}-role-read`,
    { role: role.name, policyArn: policy.arn },
    { parent },
  );
  return { role, policy, attachment };
}
