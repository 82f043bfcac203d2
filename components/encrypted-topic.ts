import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { environment } from "./environment";

/** Who tells a topic something. */
export interface TopicPublishers {
  /** The policy statement that lets them use the topic's key. */
  readonly keyStatement: object;
  /** The policy statements that let them publish. */
  readonly topicStatements: (topicArn: pulumi.Output<string>) => readonly object[];
  /** The region of topic and key. @default the provider's */
  readonly region?: string | undefined;
}

/**
 * A topic that is encrypted with a key of its own: AWS's own key for SNS lets no service of AWS publish.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 *
 * @returns the topic, and its ARN from when the publishers may publish to it
 */
export function encryptedTopic(
  name: string,
  { keyStatement, topicStatements, region }: TopicPublishers,
  parent: pulumi.Resource,
): { readonly topic: aws.sns.Topic; readonly topicArn: pulumi.Output<string> } {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const ownAccount = {
    Sid: "OwnAccount",
    Effect: "Allow",
    Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const key = new aws.kms.Key(
    `${name}-key`,
    {
      description: `Notifications of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: environment() === "dev" ? 7 : 30,
      policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [ownAccount, keyStatement] }),
      region,
      tags: { Name: name },
    },
    { parent },
  );
  const topic = new aws.sns.Topic(
    `${name}-topic`,
    { kmsMasterKeyId: key.arn, region, tags: { Name: name } },
    { parent },
  );
  const policy = new aws.sns.TopicPolicy(
    `${name}-policy`,
    {
      arn: topic.arn,
      policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: topicStatements(topic.arn) }),
      region,
    },
    { parent },
  );
  return { topic, topicArn: policy.arn };
}
