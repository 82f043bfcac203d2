import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerSecret } from "../container-service/containers";
import type { Permission } from "../container-service/permissions";
import { instanceRole } from "../server-group/instance-role";
import type { Tier } from "./tier";

/** What the instances do that their role must allow. */
export interface InstanceNeeds {
  readonly tier: Tier;
  /** Whether ECS runs on them. */
  readonly isContainerHost: boolean;
  readonly secrets: Readonly<Record<string, ContainerSecret>>;
  readonly permissions: readonly Permission[];
  readonly policyArns: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The role of the instances and its profile, and what must be there before the first instance starts. */
export interface InstanceIdentity {
  readonly role: aws.iam.Role;
  readonly profile: aws.iam.InstanceProfile;
  readonly ready: readonly pulumi.Resource[];
}

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html */
export function instanceIdentity(name: string, needs: InstanceNeeds, parent: pulumi.Resource): InstanceIdentity {
  const { role, profile } = instanceRole("beanstalk app", name, {}, parent);
  const { partition } = aws.getPartitionOutput({}, { parent });
  const managed = (policy: string) => pulumi.interpolate`arn:${partition}:iam::aws:policy/${policy}`;
  const policyArns = {
    // Health and logs; a worker's queue, and the table by which its instances agree on who reads cron.yaml.
    beanstalk: managed(needs.tier.type === "worker" ? "AWSElasticBeanstalkWorkerTier" : "AWSElasticBeanstalkWebTier"),
    ...(needs.isContainerHost && { ecs: managed("AWSElasticBeanstalkMulticontainerDocker") }),
    ...needs.policyArns,
  };
  const attached = Object.entries(policyArns).map(
    ([key, policyArn]) =>
      new aws.iam.RolePolicyAttachment(`${name}-role-${key}`, { role: role.name, policyArn }, { parent }),
  );
  const statements = ownStatements(needs);
  if (statements.length === 0) return { role, profile, ready: attached };
  const own = new aws.iam.RolePolicy(
    `${name}-role-own`,
    { role: role.name, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }) },
    { parent },
  );
  return { role, profile, ready: [...attached, own] };
}

function ownStatements({ tier, secrets, permissions }: InstanceNeeds): aws.iam.PolicyStatement[] {
  const all = Object.values(secrets);
  const queue = tier.type === "worker" && tier.queue?.type === "given" ? tier.queue.kmsKeyArn : undefined;
  return [
    ...permissions.map(({ actions, resources }) => ({
      Effect: "Allow" as const,
      Action: [...actions],
      Resource: [...resources],
    })),
    ...allow(
      ["secretsmanager:GetSecretValue"],
      all.flatMap((secret) => ("secretArn" in secret ? secret.secretArn : [])),
    ),
    ...allow(
      ["ssm:GetParameter", "ssm:GetParameters"],
      all.flatMap((secret) => ("parameterArn" in secret ? secret.parameterArn : [])),
    ),
    ...allow(
      ["kms:Decrypt"],
      all.flatMap(({ kmsKeyArn }) => kmsKeyArn ?? []),
    ),
    // The leader puts cron.yaml's messages into the queue.
    ...allow(["kms:Decrypt", "kms:GenerateDataKey"], queue === undefined ? [] : [queue]),
  ];
}

/** A statement about each resource once; none when there is none. */
function allow(actions: string[], resources: readonly pulumi.Input<string>[]): aws.iam.PolicyStatement[] {
  if (resources.length === 0) return [];
  const once = pulumi.all([...resources]).apply((arns) => [...new Set(arns)]);
  return [{ Effect: "Allow", Action: actions, Resource: once }];
}
