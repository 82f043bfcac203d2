import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The role that a plan takes, and what it may: other resources wait for that. */
export interface SwitchRole {
  readonly arn: pulumi.Output<string>;
  readonly permissions: aws.iam.RolePolicy;
}

/** https://docs.aws.amazon.com/r53recovery/latest/dg/security_iam_region_switch_trust_policy.html */
export function switchRole(
  name: string,
  zoneId: pulumi.Input<string>,
  groupArns: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): SwitchRole {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: "Application Recovery Controller moves the application to another region",
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "arc-region-switch.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      }),
      tags: { Name: `${name}-role` },
    },
    { parent },
  );
  const policy = permissions(role.arn, zoneId, groupArns, parent);
  return {
    arn: role.arn,
    permissions: new aws.iam.RolePolicy(`${name}-role-own`, { role: role.name, policy }, { parent }),
  };
}

/** What the plan itself, the step of capacity and that of visitors need: https://docs.aws.amazon.com/r53recovery/latest/dg/security_iam_region_switch_execution_blocks.html */
function permissions(
  roleArn: pulumi.Output<string>,
  zoneId: pulumi.Input<string>,
  groupArns: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const Effect = "Allow";
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Plan",
        Effect,
        Action: [
          "arc-region-switch:GetPlan",
          "arc-region-switch:GetPlanExecution",
          "arc-region-switch:ListPlanExecutions",
        ],
        // The plan waits for this role, so its own ARN is not known yet.
        Resource: pulumi.interpolate`arn:${partition}:arc-region-switch::${accountId}:plan/*`,
      },
      { Sid: "Evaluation", Effect, Action: "iam:SimulatePrincipalPolicy", Resource: roleArn },
      { Sid: "ReadCapacity", Effect, Action: "autoscaling:DescribeAutoScalingGroups", Resource: "*" },
      {
        Sid: "MeasureCapacity",
        Effect,
        Action: "cloudwatch:GetMetricStatistics",
        Resource: "*",
        Condition: { StringEquals: { "cloudwatch:namespace": "AWS/AutoScaling" } },
      },
      { Sid: "Capacity", Effect, Action: "autoscaling:UpdateAutoScalingGroup", Resource: groupArns },
      {
        Sid: "Visitors",
        Effect,
        Action: "route53:ListResourceRecordSets",
        Resource: pulumi.interpolate`arn:${partition}:route53:::hostedzone/${zoneId}`,
      },
    ],
  });
}
