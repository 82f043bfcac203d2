import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** Where the records of a VPC's traffic are kept. */
export interface FlowLogs {
  /** Days that CloudWatch keeps them: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 ... 3653. */
  readonly retentionDays: number;
}

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** @throws when CloudWatch Logs has no such retention. */
export function checkFlowLogs({ retentionDays }: FlowLogs, check: ArgumentCheck) {
  const requirement = `must be one of ${retentions.join(", ")}`;
  check(retentions.includes(retentionDays), "flowLogs.retentionDays", requirement, retentionDays);
}

/** Records all traffic of a VPC, accepted and rejected, in a log group of its own. */
export function createFlowLogs(name: string, vpc: aws.ec2.Vpc, { retentionDays }: FlowLogs, parent: pulumi.Resource) {
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-flow-logs`,
    { retentionInDays: retentionDays, tags: { Name: `${name}-flow-logs` } },
    { parent },
  );
  const role = new aws.iam.Role(
    `${name}-flow-logs-role`,
    {
      description: "Lets VPC flow logs write to their log group",
      assumeRolePolicy: trustPolicy(vpc),
      tags: { Name: `${name}-flow-logs` },
    },
    { parent },
  );
  const policy = new aws.iam.RolePolicy(
    `${name}-flow-logs-policy`,
    { role: role.name, policy: writePolicy(logGroup) },
    { parent },
  );
  new aws.ec2.FlowLog(
    `${name}-flow-log`,
    {
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags: { Name: `${name}-flow-log` },
    },
    { parent, dependsOn: policy },
  );
}

/**
 * Only flow logs of this account and region may take the role: without the conditions, the service could be made to
 * take it for someone else's (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html).
 */
function trustPolicy(vpc: aws.ec2.Vpc): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": vpc.ownerId },
          // The flow log names the role, so its own id cannot be known here.
          ArnLike: { "aws:SourceArn": vpc.arn.apply((arn) => arn.replace(/:vpc\/.*$/, ":vpc-flow-log/*")) },
        },
      },
    ],
  });
}

function writePolicy(logGroup: aws.cloudwatch.LogGroup): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
        Resource: [logGroup.arn, pulumi.interpolate`${logGroup.arn}:*`],
      },
    ],
  });
}
