import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Permission } from "../container-service/permissions";
import type { FileSystem } from "./file-system";

/** What a function does that its role must allow. */
export interface RoleNeeds {
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly traces: boolean;
  readonly inVpc: boolean;
  readonly durable: boolean;
  readonly fileSystem: FileSystem | undefined;
  readonly destinations: readonly aws.iam.PolicyStatement[];
  readonly permissions: readonly Permission[];
  readonly policyArns: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The function's own role, and what must be there before the function may run. */
export interface ExecutionRole {
  readonly role: aws.iam.Role;
  readonly ready: readonly pulumi.Resource[];
}

export function executionRole(name: string, needs: RoleNeeds, parent: pulumi.Resource): ExecutionRole {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `The function ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    },
    { parent },
  );
  const own = new aws.iam.RolePolicy(
    `${name}-role-own`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements(name, needs, parent) }),
    },
    { parent },
  );
  const attached = Object.entries(needs.policyArns).map(
    ([key, policyArn]) =>
      new aws.iam.RolePolicyAttachment(`${name}-role-${key}`, { role: role.name, policyArn }, { parent }),
  );
  return { role, ready: [own, ...attached] };
}

function statements(name: string, needs: RoleNeeds, parent: pulumi.Resource): aws.iam.PolicyStatement[] {
  const { logGroup, traces, inVpc, durable, fileSystem, destinations, permissions } = needs;
  const allow = (Sid: string, Action: string[], Resource: aws.iam.PolicyStatement["Resource"]) =>
    ({ Sid, Effect: "Allow", Action, Resource }) as const;
  return [
    allow("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${logGroup.arn}:*`),
    // X-Ray knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
    ...(traces ? [allow("Traces", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*")] : []),
    ...(inVpc ? interfaceStatements(parent) : []),
    // The function's ARN would tie the knot, as the function waits for this policy: so its logical name stands for it.
    ...(durable
      ? [
          allow(
            "DurableExecution",
            ["lambda:CheckpointDurableExecution", "lambda:GetDurableExecutionState"],
            functionsArn(`${name}-function-*:*`, parent),
          ),
        ]
      : []),
    ...(fileSystem
      ? [
          {
            ...allow(
              "Files",
              ["elasticfilesystem:ClientMount", ...(fileSystem.readOnly ? [] : ["elasticfilesystem:ClientWrite"])],
              fileSystem.fileSystemArn,
            ),
            Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": fileSystem.accessPointArn } },
          },
        ]
      : []),
    ...destinations,
    ...permissions.map(({ actions, resources }) => ({
      Effect: "Allow" as const,
      Action: [...actions],
      Resource: [...resources],
    })),
  ];
}

/**
 * Lambda makes the interfaces with the function's role; the function's own code must not.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice
 */
function interfaceStatements(parent: pulumi.Resource): aws.iam.PolicyStatement[] {
  const looks = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"];
  const changes = [
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
  ];
  return [
    { Sid: "FindInterfaces", Effect: "Allow", Action: looks, Resource: "*" },
    // Lambda takes no less than all of an account: it asks before an interface has an id.
    { Sid: "Interfaces", Effect: "Allow", Action: changes, Resource: ofAccount("ec2:*", "*/*", parent) },
    {
      Sid: "InterfacesForLambdaAlone",
      Effect: "Deny",
      Action: [...looks, ...changes],
      Resource: "*",
      // The key is there only when code of a function is calling.
      Condition: { ArnLike: { "lambda:SourceFunctionArn": functionsArn("*", parent) } },
    },
  ];
}

function functionsArn(named: string, parent: pulumi.Resource): pulumi.Output<string> {
  return ofAccount("lambda:*", `function:${named}`, parent);
}

function ofAccount(service: string, resource: string, parent: pulumi.Resource): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  return pulumi.interpolate`arn:${partition}:${service}:${accountId}:${resource}`;
}
