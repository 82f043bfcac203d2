import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ObservationSettings } from "./observation";

/**
 * What sends the figures of the operating system on, on behalf of this database and its replicas alone.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
 */
export function monitoringInput(
  name: string,
  identifier: pulumi.Output<string>,
  { monitoringSeconds }: ObservationSettings,
  parent: pulumi.Resource,
): Partial<aws.rds.InstanceArgs> {
  if (monitoringSeconds === 0) return { monitoringInterval: 0 };
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  const role = new aws.iam.Role(
    `${name}-monitoring-role`,
    {
      description: `Figures of the operating system of ${name}`,
      assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "monitoring.rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": accountId },
              ArnLike: {
                "aws:SourceArn": pulumi.interpolate`arn:${partition}:rds:${region}:${accountId}:db:${identifier}*`,
              },
            },
          },
        ],
      }),
      tags: { Name: `${name}-monitoring-role` },
    },
    { parent },
  );
  const attachment = new aws.iam.RolePolicyAttachment(
    `${name}-monitoring-role-rds`,
    {
      role: role.name,
      policyArn: pulumi.interpolate`arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
    },
    { parent },
  );
  // RDS tries the role as it makes the instance.
  const monitoringRoleArn = pulumi.all([role.arn, attachment.id]).apply(([arn]) => arn);
  return { monitoringInterval: monitoringSeconds, monitoringRoleArn };
}
