import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { encryptedTopic } from "./encrypted-topic";

/**
 * A topic that AWS Budgets and Cost Anomaly Detection tell of this account's costs, encrypted with a key of its own:
 * AWS's own key for SNS lets neither of them publish.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html and
 * https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
 *
 * @example
 * import { CostTopic } from "./components/cost-topic";
 *
 * const costs = new CostTopic("costs");
 */
export class CostTopic extends pulumi.ComponentResource {
  /** The ARN of the topic, from when both services may publish to it. */
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, _args: Readonly<Record<string, never>> = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:CostTopic", name, {}, opts);
    const { accountId } = aws.getCallerIdentityOutput({}, { parent: this });
    const { partition } = aws.getPartitionOutput({}, { parent: this });
    const publish = (service: string, Resource: pulumi.Output<string>, condition: Record<string, unknown>) => ({
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sns:Publish",
      Resource,
      Condition: { StringEquals: { "aws:SourceAccount": accountId }, ...condition },
    });
    const fromOwnBudgets = {
      ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:budgets::${accountId}:*` },
    };
    const { topicArn } = encryptedTopic(
      name,
      {
        // As AWS's page has it: for which account they publish is asked by the topic's own policy.
        keyStatement: {
          Sid: "CostServices",
          Effect: "Allow",
          Principal: { Service: ["budgets.amazonaws.com", "costalerts.amazonaws.com"] },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
        },
        topicStatements: (topicArn) => [
          { Sid: "Budgets", ...publish("budgets.amazonaws.com", topicArn, fromOwnBudgets) },
          { Sid: "Anomalies", ...publish("costalerts.amazonaws.com", topicArn, {}) },
        ],
      },
      this,
    );

    this.topicArn = topicArn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}
