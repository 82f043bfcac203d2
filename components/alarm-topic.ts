import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";

export interface AlarmTopicArgs {
  /** The address that gets a mail for each alarm, once its owner has confirmed. @default nobody */
  readonly email?: string;
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
    const { email } = args;
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
        tags: { Name: name },
      },
      { parent: this },
    );
    const topic = new aws.sns.Topic(
      `${name}-topic`,
      { kmsMasterKeyId: key.arn, tags: { Name: name } },
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
      },
      { parent: this },
    );
    if (email !== undefined) {
      new aws.sns.TopicSubscription(
        `${name}-email`,
        { topic: topic.arn, protocol: "email", endpoint: email },
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
