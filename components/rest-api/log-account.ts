import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * Lets API Gateway write logs in this account and region: without it, AWS refuses stages that log.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html#set-up-access-logging-permissions
 */
export function logAccount(name: string, parent: pulumi.Resource): aws.apigateway.Account {
  const { partition } = aws.getPartitionOutput({}, { parent });
  const role = new aws.iam.Role(
    `${name}-log-role`,
    {
      description: "API Gateway writes the logs of this account's APIs",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    },
    { parent },
  );
  const allowed = new aws.iam.RolePolicyAttachment(
    `${name}-log-role-own`,
    {
      role: role.name,
      policyArn: pulumi.interpolate`arn:${partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    },
    { parent },
  );
  return new aws.apigateway.Account(
    `${name}-log-account`,
    { cloudwatchRoleArn: role.arn },
    { parent, dependsOn: [allowed] },
  );
}
