import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { EcsService, Images } from "../service";
import type { ExecLogs } from "./exec-logs";

/** The two roles of a task: what ECS may do to start it, and what its containers may do. */
export interface TaskRoles {
  readonly execution: aws.iam.Role;
  readonly task: aws.iam.Role;
  /** What must be there before the first task starts. */
  readonly grants: readonly pulumi.Resource[];
}

interface Statement {
  readonly Effect: "Allow";
  readonly Action: pulumi.Input<readonly string[]>;
  readonly Resource: pulumi.Input<string> | pulumi.Input<pulumi.Input<string>[]>;
  readonly Condition?: object;
}

export function taskRoles(
  name: string,
  service: EcsService,
  images: Images,
  logGroup: aws.cloudwatch.LogGroup,
  exec: ExecLogs | undefined,
  parent: pulumi.Resource,
): TaskRoles {
  const trust = taskTrust(parent);
  const role = (kind: string, description: string) =>
    new aws.iam.Role(`${name}-${kind}-role`, { description, assumeRolePolicy: trust }, { parent });
  const policy = (kind: string, owner: aws.iam.Role, statements: readonly Statement[]) =>
    new aws.iam.RolePolicy(
      `${name}-${kind}-role-policy`,
      { role: owner.name, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }) },
      { parent },
    );
  const execution = role("execution", `Lets ECS start the tasks of ${name}`);
  const started = policy("execution", execution, executionStatements(service, images, logGroup));

  const task = role("task", `The containers of ${name}`);
  const statements = taskStatements(service, exec);
  const attached = Object.entries(service.policyArns).map(
    ([key, policyArn]) =>
      new aws.iam.RolePolicyAttachment(`${name}-task-role-${key}`, { role: task.name, policyArn }, { parent }),
  );
  const own = statements.length > 0 ? [policy("task", task, statements)] : [];
  return { execution, task, grants: [started, ...attached, ...own] };
}

/**
 * Only tasks of this account and region may take the roles: without the conditions, ECS could be made to take them for
 * someone else's. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
function taskTrust(parent: pulumi.Resource): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "ecs-tasks.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:${partition}:ecs:${region}:${accountId}:*` },
        },
      },
    ],
  });
}

function executionStatements(
  { containers }: EcsService,
  images: Images,
  logGroup: aws.cloudwatch.LogGroup,
): Statement[] {
  const pulled = Object.values(images);
  const repositories = pulled.flatMap(({ repositoryArn }) => repositoryArn ?? []);
  const imported = pulled.flatMap(({ cached, repositoryArn }) => (cached && repositoryArn ? repositoryArn : []));
  const secrets = containers.flatMap((container) => Object.values(container.secrets));
  const keys = secrets.flatMap(({ kmsKeyArn }) => kmsKeyArn ?? []);
  return [
    allow(["logs:CreateLogStream", "logs:PutLogEvents"], [pulumi.interpolate`${logGroup.arn}:*`]),
    // The one action of a pull that AWS knows no resource for.
    ...(repositories.length > 0 ? allow(["ecr:GetAuthorizationToken"], ["*"]) : []),
    ...allow(["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositories),
    ...allow(["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"], imported),
    ...allow(
      ["secretsmanager:GetSecretValue"],
      secrets.flatMap((secret) => ("secretArn" in secret ? secret.secretArn : [])),
    ),
    ...allow(
      ["ssm:GetParameters"],
      secrets.flatMap((secret) => ("parameterArn" in secret ? secret.parameterArn : [])),
    ),
    ...allow(["kms:Decrypt"], keys),
  ].flat();
}

function taskStatements({ permissions, volumes, containers }: EcsService, exec: ExecLogs | undefined): Statement[] {
  const granted = permissions.flatMap(({ actions, resources }) => allow(actions, resources));
  const shares = Object.entries(volumes).flatMap(([name, volume]): Statement[] => {
    if (volume.type !== "efs") return [];
    const mounts = containers.flatMap((container) => container.mounts[name] ?? []);
    const isRead = mounts.every(({ readOnly }) => readOnly === true);
    const actions = ["elasticfilesystem:ClientMount", ...(isRead ? [] : ["elasticfilesystem:ClientWrite"])];
    const { fileSystemArn, accessPointId } = volume;
    if (accessPointId === undefined) return allow(actions, [fileSystemArn]);
    const accessPointArn = pulumi
      .all([fileSystemArn, accessPointId])
      .apply(([arn, id]) => arn.replace(/:file-system\/.*$/, `:access-point/${id}`));
    const Condition = { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } };
    return allow(actions, [fileSystemArn]).map((statement) => ({ ...statement, Condition }));
  });
  return [...granted, ...shares, ...(exec ? execStatements(exec) : [])];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions */
function execStatements({ logGroupArn, keyArn }: ExecLogs): Statement[] {
  return [
    // Session Manager's channels have no ARN.
    ...allow(
      [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "logs:DescribeLogGroups",
      ],
      ["*"],
    ),
    ...allow(
      ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      [pulumi.interpolate`${logGroupArn}:*`],
    ),
    ...allow(["kms:Decrypt"], [keyArn]),
  ];
}

/** A statement about each resource once; none when there is none. */
function allow(actions: readonly string[], resources: readonly pulumi.Input<string>[]): Statement[] {
  if (resources.length === 0) return [];
  const once = pulumi.all([...resources]).apply((arns) => [...new Set(arns)]);
  return [{ Effect: "Allow", Action: actions, Resource: once }];
}
