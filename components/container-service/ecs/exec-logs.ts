import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup, logSettings } from "../../service-logs";

/** Where a cluster keeps what people type in its containers. */
export interface ExecLogs {
  readonly logGroupName: pulumi.Output<string>;
  readonly logGroupArn: pulumi.Output<string>;
  /** The key of the sessions and of their record. */
  readonly keyArn: pulumi.Output<string>;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging */
export function execLogs(name: string, isProd: boolean, parent: pulumi.Resource): ExecLogs {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  const key = new aws.kms.Key(
    `${name}-exec-key`,
    {
      description: `Sessions in the containers of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: isProd ? 30 : 7,
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
            Sid: "Logs",
            Effect: "Allow",
            Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
            Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            Resource: "*",
            // The log group names the key, so its own ARN cannot be known here.
            Condition: {
              ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:${name}-exec-*`,
              },
            },
          },
        ],
      }),
      tags: { Name: `${name}-exec` },
    },
    { parent },
  );
  const group = logGroup(`${name}-exec-logs`, logSettings({ kmsKeyArn: key.arn, anomalyDetection: false }), parent);
  return { logGroupName: group.name, logGroupArn: group.arn, keyArn: key.arn };
}
