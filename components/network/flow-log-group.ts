import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup, logSettings, type ServiceLogs } from "../service-logs";

/** Makes a log group for the records of a VPC, and the role by which they come into it. */
export function createFlowLogGroup(name: string, vpc: aws.ec2.Vpc, logs: ServiceLogs, parent: pulumi.Resource) {
  const group = logGroup(`${name}-flow-logs`, logSettings(logs), parent);
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
    { role: role.name, policy: writePolicy(group) },
    { parent },
  );
  return { logGroup: group, role, policy };
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
