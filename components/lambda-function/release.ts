import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How callers come to a new version. */
export type Release = { readonly type: "allAtOnce" } | GradualRelease;

/**
 * A part of the calls first, then the rest. CodeDeploy moves them while `up` waits; an alarm of the function, or one of
 * yours, moves them back, and `up` fails.
 */
export type GradualRelease = CanaryRelease | LinearRelease;

interface Watched {
  /** Names of further alarms that move the calls back. @default the function's own alone */
  readonly alarmNames?: readonly pulumi.Input<string>[];
}

export interface CanaryRelease extends Watched {
  readonly type: "canary";
  /** The percentage of the calls that goes to the new version first, 1–99. @default 10 */
  readonly percent?: number;
  /** Minutes until the rest follows, 1–2880. @default 10 */
  readonly minutes?: number;
}

export interface LinearRelease extends Watched {
  readonly type: "linear";
  /** The percentage that is added at each step, 1–99. @default 10 */
  readonly percent?: number;
  /** Minutes between two steps, 1–2880. @default 1 */
  readonly everyMinutes?: number;
}

/** What callers call. Known once it leads to the new version. */
export interface ReleasedAlias {
  readonly name: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;
}

/** A gradual release has an alias of its own, so that a change between the two never makes one name twice. */
export const aliasNames = { allAtOnce: "live", gradual: "gradual" } as const;

/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TimeBasedCanary.html */
export function checkRelease(check: ArgumentCheck, release: Release): void {
  if (release.type === "allAtOnce") return;
  const { percent, minutes } = pace(release);
  const isPercent = Number.isInteger(percent) && percent >= 1 && percent <= 99;
  check(isPercent, "release.percent", "must be a whole number between 1 and 99", percent);
  const isTime = Number.isInteger(minutes) && minutes >= 1 && minutes <= 2880;
  const argument = release.type === "canary" ? "release.minutes" : "release.everyMinutes";
  check(isTime, argument, "must be a whole number of minutes between 1 and 2880", minutes);
}

function pace(release: GradualRelease): { percent: number; minutes: number } {
  const { percent = 10 } = release;
  return { percent, minutes: release.type === "canary" ? (release.minutes ?? 10) : (release.everyMinutes ?? 1) };
}

/** @param provisioned environments that are kept ready for the alias, 0 for none */
export function aliasAtOnce(
  name: string,
  made: aws.lambda.Function,
  provisioned: number,
  parent: pulumi.Resource,
): ReleasedAlias {
  const alias = new aws.lambda.Alias(
    `${name}-alias`,
    { name: aliasNames.allAtOnce, functionName: made.name, functionVersion: made.version },
    { parent },
  );
  if (provisioned > 0) {
    new aws.lambda.ProvisionedConcurrencyConfig(
      `${name}-provisioned`,
      { functionName: alias.functionName, qualifier: alias.name, provisionedConcurrentExecutions: provisioned },
      { parent },
    );
  }
  return alias;
}

/**
 * The alias of a gradual release. CodeDeploy changes an alias of Lambda only for who asks it, and of all that a program
 * can declare, only CloudFormation does: so the alias is the one resource of a CloudFormation stack.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 *
 * @param provisioned environments that are kept ready for the alias, 0 for none
 */
export function gradualAlias(
  name: string,
  release: GradualRelease,
  made: aws.lambda.Function,
  alarms: readonly aws.cloudwatch.MetricAlarm[],
  provisioned: number,
  parent: pulumi.Resource,
): ReleasedAlias {
  const group = deploymentGroup(name, release, alarms, parent);
  const template = {
    Parameters: { FunctionName: { Type: "String" }, FunctionVersion: { Type: "String" } },
    Resources: {
      Alias: {
        Type: "AWS::Lambda::Alias",
        Properties: {
          Name: aliasNames.gradual,
          FunctionName: { Ref: "FunctionName" },
          FunctionVersion: { Ref: "FunctionVersion" },
          ...(provisioned > 0 && {
            ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: provisioned },
          }),
        },
        UpdatePolicy: {
          CodeDeployLambdaAliasUpdate: {
            ApplicationName: group.appName,
            DeploymentGroupName: group.deploymentGroupName,
          },
        },
      },
    },
  };
  const { percent, minutes } = pace(release);
  const steps = release.type === "canary" ? 1 : Math.ceil(100 / percent);
  // Half an hour for what CloudFormation and CodeDeploy do themselves, and as much again for the way back.
  const update = `${steps * minutes + 60}m`;
  const stack = new aws.cloudformation.Stack(
    `${name}-alias`,
    {
      templateBody: pulumi.jsonStringify(template),
      parameters: { FunctionName: made.name, FunctionVersion: made.version },
      tags: { Name: name },
    },
    { parent, customTimeouts: { update } },
  );
  const once = (value: pulumi.Input<string>) => pulumi.all([value, stack.id]).apply(([known]) => known);
  return {
    name: once(aliasNames.gradual),
    arn: once(pulumi.interpolate`${made.arn}:${aliasNames.gradual}`),
    functionName: once(made.name),
  };
}

function deploymentGroup(
  name: string,
  release: GradualRelease,
  alarms: readonly aws.cloudwatch.MetricAlarm[],
  parent: pulumi.Resource,
): aws.codedeploy.DeploymentGroup {
  const { percent: percentage, minutes: interval } = pace(release);
  const application = new aws.codedeploy.Application(
    `${name}-deploy`,
    { computePlatform: "Lambda", tags: { Name: name } },
    { parent },
  );
  const config = new aws.codedeploy.DeploymentConfig(
    `${name}-deploy-pace`,
    {
      computePlatform: "Lambda",
      trafficRoutingConfig:
        release.type === "canary"
          ? { type: "TimeBasedCanary", timeBasedCanary: { percentage, interval } }
          : { type: "TimeBasedLinear", timeBasedLinear: { percentage, interval } },
    },
    { parent },
  );
  const { role, ready } = deployRole(name, parent);
  return new aws.codedeploy.DeploymentGroup(
    `${name}-deploy-group`,
    {
      appName: application.name,
      deploymentGroupName: name,
      deploymentConfigName: config.deploymentConfigName,
      serviceRoleArn: role.arn,
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
      alarmConfiguration: {
        enabled: true,
        alarms: [...alarms.map((alarm) => alarm.name), ...(release.alarmNames ?? [])],
      },
    },
    { parent, dependsOn: [ready] },
  );
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html */
function deployRole(name: string, parent: pulumi.Resource): { role: aws.iam.Role; ready: pulumi.Resource } {
  const role = new aws.iam.Role(
    `${name}-deploy-role`,
    {
      description: `CodeDeploy moves calls of the function ${name} to a new version`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "codedeploy.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    },
    { parent },
  );
  const { partition } = aws.getPartitionOutput({}, { parent });
  const policyArn = pulumi.interpolate`arn:${partition}:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited`;
  const ready = new aws.iam.RolePolicyAttachment(`${name}-deploy-role-own`, { role: role.name, policyArn }, { parent });
  return { role, ready };
}
