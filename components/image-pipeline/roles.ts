import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { instanceRole } from "../server-group/instance-role";
import type { MachineImage } from "../server-group/machine-image";
import type { Place } from "./parent";

/** What the servers may do on which images are built: be told what to do, read components, and write their log. */
export function buildProfile(
  name: string,
  { partition }: Pick<Place, "partition">,
  logs: { readonly bucketArn: pulumi.Input<string>; readonly prefix: string },
  parent: pulumi.Resource,
): aws.iam.InstanceProfile {
  const { role, profile } = instanceRole(
    "image pipeline",
    name,
    { builder: pulumi.interpolate`arn:${partition}:iam::aws:policy/EC2InstanceProfileForImageBuilder` },
    parent,
  );
  new aws.iam.RolePolicy(
    `${name}-role-logs`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Logs",
            Effect: "Allow",
            Action: "s3:PutObject",
            Resource: pulumi.interpolate`${logs.bucketArn}/${logs.prefix}/*`,
          },
        ],
      }),
    },
    { parent },
  );
  return profile;
}

/**
 * What Image Builder itself may do: build, and write the id of the newest image into the parameter.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html
 */
export function executionRole(
  name: string,
  { partition }: Pick<Place, "partition">,
  { parameterName, from }: { readonly parameterName: string; readonly from: MachineImage },
  parent: pulumi.Resource,
): aws.iam.Role {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const role = serviceRole(`${name}-execution`, `Builds and distributes images of ${name}`, accountId, parent);
  attach(
    `${name}-execution-builder`,
    role,
    pulumi.interpolate`arn:${partition}:iam::aws:policy/EC2ImageBuilderExecutionPolicy`,
    parent,
  );
  new aws.iam.RolePolicy(
    `${name}-execution-parameter`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "NewestImage",
            Effect: "Allow",
            Action: "ssm:PutParameter",
            Resource: pulumi.interpolate`arn:${partition}:ssm:*:${accountId}:parameter${parameterName}`,
          },
          ...(from.type === "ssmParameter" ? [readsParent(from.name, partition, accountId)] : []),
          // Systems Manager looks whether the id is one; the action knows no resources.
          { Sid: "IsImage", Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" },
        ],
      }),
    },
    { parent },
  );
  return role;
}

function readsParent(name: pulumi.Input<string>, partition: pulumi.Input<string>, accountId: pulumi.Input<string>) {
  const path = pulumi.output(name).apply((written) => written.replace(/^\/?/, "/"));
  return {
    Sid: "Parent",
    Effect: "Allow",
    Action: ["ssm:GetParameter", "ssm:GetParameters"],
    Resource: pulumi.interpolate`arn:${partition}:ssm:*:${accountId}:parameter${path}`,
  };
}

/** What deletes old images. https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-prerequisites.html */
export function lifecycleRole(
  name: string,
  { partition }: Pick<Place, "partition">,
  parent: pulumi.Resource,
): aws.iam.Role {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const role = serviceRole(`${name}-lifecycle-role`, `Deletes old images of ${name}`, accountId, parent);
  const policy = pulumi.interpolate`arn:${partition}:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy`;
  attach(`${name}-lifecycle-builder`, role, policy, parent);
  return role;
}

/** A role of Image Builder, for this account's pipelines alone. */
function serviceRole(
  name: string,
  description: string,
  accountId: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.iam.Role {
  return new aws.iam.Role(
    name,
    {
      description,
      assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "imagebuilder.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
          },
        ],
      }),
    },
    { parent },
  );
}

function attach(name: string, role: aws.iam.Role, policyArn: pulumi.Input<string>, parent: pulumi.Resource): void {
  new aws.iam.RolePolicyAttachment(name, { role: role.name, policyArn }, { parent });
}
