import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { ChatChannel } from "./chat-channel";
import { type Chat, checkChat } from "./chat-channel/chat";
import { encryptedTopic } from "./encrypted-topic";
import { checkTopicArn } from "./topic-arn";

export interface AlarmTopicArgs {
  /** The address that gets a mail for each alarm, once its owner has confirmed. @default nobody */
  readonly email?: string;
  /** The channel of Slack or Microsoft Teams that is told as well. @default none */
  readonly chat?: Chat;
  /** The region of the topic: an alarm notifies only topics of its own. @default the provider's */
  readonly region?: string;
}

/**
 * A topic that CloudWatch alarms of this account notify. It is encrypted with a key of its own: AWS's own key for SNS
 * does not let alarms publish.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 *
 * @example
 * import { AlarmTopic } from "./components/alarm-topic";
 *
 * const alarms = new AlarmTopic("shop-alarms", { email: "operations@example.com" });
 */
export class AlarmTopic extends pulumi.ComponentResource {
  /** The ARN of the topic, from when CloudWatch may publish to it. */
  readonly topicArn: pulumi.Output<string>;

  /** @throws when the address is not one, or an id of the chat is none. */
  constructor(name: string, args: AlarmTopicArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:AlarmTopic", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "alarm topic", name);
    const { email, chat, region } = args;
    checkEmail(check, "email", email);
    checkChat(check, "chat", chat);

    const { accountId } = aws.getCallerIdentityOutput({}, { parent: this });
    const { partition } = aws.getPartitionOutput({}, { parent: this });
    const Principal = { Service: "cloudwatch.amazonaws.com" };
    const fromOwnAlarms = {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:cloudwatch:*:${accountId}:alarm:*` },
    };
    const { topic, topicArn } = encryptedTopic(
      name,
      {
        keyStatement: {
          Sid: "Alarms",
          Effect: "Allow",
          Principal,
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
        topicStatements: (Resource) => [
          { Sid: "Alarms", Effect: "Allow", Principal, Action: "sns:Publish", Resource, Condition: fromOwnAlarms },
        ],
        region,
      },
      this,
    );
    if (email !== undefined) {
      new aws.sns.TopicSubscription(
        `${name}-email`,
        { topic: topic.arn, protocol: "email", endpoint: email, region },
        { parent: this },
      );
    }
    if (chat !== undefined) new ChatChannel(`${name}-chat`, { chat, topicArns: [topicArn] }, { parent: this });

    this.topicArn = topicArn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

/** Also for a component that makes an alarm topic: its own argument is then named before its first child exists. */
export function checkEmail(check: ArgumentCheck, argument: string, email: string | undefined): void {
  const isAddress = email === undefined || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email);
  check(isAddress, argument, 'must be an address such as "operations@example.com"', email);
}

/** Who is told: those who read a topic of yours, or an address and a chat on a topic that is made. */
export type Notify = { readonly topicArn: pulumi.Input<string> } | Recipients;

/** By mail, in a chat, or both. An account can set up each channel of a chat once: see `ChatChannel` for several topics. */
export type Recipients =
  | { readonly email: string; readonly chat?: Chat }
  | { readonly email?: undefined; readonly chat: Chat };

/** The same, checked; without an address and a chat, a topic that nobody reads yet. */
export type NotifySettings = { readonly topicArn: pulumi.Input<string> } | Pick<AlarmTopicArgs, "email" | "chat">;

/** @throws when the address is not one, an id of the chat is none, or the ARN is no topic's. */
export function readNotify(check: ArgumentCheck, argument: string, notify: Notify | undefined): NotifySettings {
  if (notify === undefined) return {};
  if ("topicArn" in notify) {
    checkTopicArn(check, `${argument}.topicArn`, notify.topicArn);
    return notify;
  }
  checkEmail(check, `${argument}.email`, notify.email);
  checkChat(check, `${argument}.chat`, notify.chat);
  return notify;
}

/** The ARN of the topic that a component's alarms notify: the one that is given, or one that is made for them. */
export function notifiedTopicArn(
  name: string,
  notify: NotifySettings,
  parent: pulumi.Resource,
  region?: string,
): pulumi.Output<string> {
  if ("topicArn" in notify) return pulumi.output(notify.topicArn);
  return new AlarmTopic(`${name}-alarms`, { ...notify, region }, { parent }).topicArn;
}

/** The same for alarms that may tell nobody: without a topic, an address and a chat there is none, and none is made. */
export function statedTopicArn(
  name: string,
  notify: NotifySettings,
  parent: pulumi.Resource,
  region?: string,
): pulumi.Output<string> | undefined {
  const isStated = "topicArn" in notify || notify.email !== undefined || notify.chat !== undefined;
  return isStated ? notifiedTopicArn(name, notify, parent, region) : undefined;
}
