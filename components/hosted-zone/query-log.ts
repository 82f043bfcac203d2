import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { logGroup, logSettings, type ServiceLogs } from "../service-logs";

/** How long it is known who asked for which name. */
export interface QueryLog extends Pick<ServiceLogs, "deletionProtection"> {
  /** Days that CloudWatch keeps them: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 ... 3653. */
  readonly retentionDays: number;
}

/**
 * Logs the questions that reach Route 53; those that resolvers answer from memory do not. All of it must be in
 * us-east-1: https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
 */
export function logQueries(
  name: string,
  domainName: string,
  zone: aws.route53.Zone,
  queryLog: QueryLog,
  parent: pulumi.Resource,
): aws.route53.QueryLog {
  const region = "us-east-1";
  const place = { name: `/aws/route53/${domainName}`, region };
  const group = logGroup(`${name}-queries`, logSettings(queryLog), parent, place);
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const allowed = new aws.cloudwatch.LogResourcePolicy(
    `${name}-queries-policy`,
    {
      policyName: `${name}-queries`,
      policyDocument: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "QueryLog",
            Effect: "Allow",
            Principal: { Service: "route53.amazonaws.com" },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`${group.arn}:*`,
            Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnLike: { "aws:SourceArn": zone.arn } },
          },
        ],
      }),
      region,
    },
    { parent },
  );
  return new aws.route53.QueryLog(
    `${name}-query-log`,
    { zoneId: zone.zoneId, cloudwatchLogGroupArn: group.arn },
    // Route 53 tries the log group at once.
    { parent, dependsOn: [allowed] },
  );
}
