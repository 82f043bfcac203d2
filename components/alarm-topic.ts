import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";

export interface AlarmTopicArgs {
  /** The address that gets a mail for each alarm, once its owner has confirmed. @default nobody */
  readonly email?: string;
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

  /** @throws when the address is not one. */
  constructor(name: string, args: AlarmTopicArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:AlarmTopic", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "alarm topic", name);
    const { email, region } = args;
    checkEmail(check, "email", email);

    const { accountId } = aws.getCallerIdentityOutput({}, { parent: this });
    const { partition } = aws.getPartitionOutput({}, { parent: this });
    const fromOwnAlarms = {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:cloudwatch:*:${accountId}:alarm:*` },
    };
    const key = new aws.kms.Key(
      `${name}-key`,
      {
        description: `Notifications of ${name}`,
        enableKeyRotation: true,
        deletionWindowInDays: environment() === "dev" ? 7 : 30,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "OwnAccount",
              Effect: "Allow",
              Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
              Action: "kms:*",
              Resource: "*",
            },
            {
              Sid: "Alarms",
              Effect: "Allow",
              Principal: { Service: "cloudwatch.amazonaws.com" },
              Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
              Resource: "*",
              Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
          ],
        }),
        region,
        tags: { Name: name },
      },
      { parent: this },
    );
    const topic = new aws.sns.Topic(
      `${name}-topic`,
      { kmsMasterKeyId: key.arn, region, tags: { Name: name } },
      { parent: this },
    );
    const policy = new aws.sns.TopicPolicy(
      `${name}-policy`,
      {
        arn: topic.arn,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "Alarms",
              Effect: "Allow",
              Principal: { Service: "cloudwatch.amazonaws.com" },
              Action: "sns:Publish",
              Resource: topic.arn,
              Condition: fromOwnAlarms,
            },
          ],
        }),
        region,
      },
      { parent: this },
    );
    if (email !== undefined) {
      new aws.sns.TopicSubscription(
        `${name}-email`,
        { topic: topic.arn, protocol: "email", endpoint: email, region },
        { parent: this },
      );
    }

    this.topicArn = policy.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

/** Also for a component that makes an alarm topic: its own argument is then named before its first child exists. */
export function checkEmail(check: ArgumentCheck, argument: string, email: string | undefined): void {
  const isAddress = email === undefined || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email);
  check(isAddress, argument, 'must be an address such as "operations@example.com"', email);
}

/** Who is told: those who read a topic of yours, or an address on a topic that is made. */
export type Notify = { readonly topicArn: pulumi.Input<string> } | { readonly email: string };

/** The same, checked; without an address, a topic that nobody reads yet. */
export type NotifySettings = { readonly topicArn: pulumi.Input<string> } | { readonly email: string | undefined };

/** @throws when the address is not one. */
export function readNotify(check: ArgumentCheck, argument: string, notify: Notify | undefined): NotifySettings {
  if (notify === undefined) return { email: undefined };
  if ("email" in notify) checkEmail(check, `${argument}.email`, notify.email);
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
  return new AlarmTopic(`${name}-alarms`, { email: notify.email, region }, { parent }).topicArn;
}
