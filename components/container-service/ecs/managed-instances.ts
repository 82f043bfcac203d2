import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkRef } from "../../network-ref";
import type { ManagedSettings } from "./instances";
import { instanceProfile, serviceRole } from "./service-role";

/**
 * Instances that ECS picks to fit the tasks, patches, and replaces every 14 days at most.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html
 */
export function managedInstances(
  name: string,
  { instanceTypes, spot, architecture }: ManagedSettings,
  clusterName: pulumi.Input<string>,
  securityGroupId: pulumi.Input<string>,
  network: NetworkRef,
  parent: pulumi.Resource,
): aws.ecs.CapacityProvider {
  const instances = instanceProfile(name, { ecs: "AmazonECSInstanceRolePolicyForManagedInstances" }, parent);
  const { role, attached } = serviceRole(
    `${name}-infrastructure-role`,
    `Lets ECS run the instances of the cluster ${name}`,
    "ecs.amazonaws.com",
    { ecs: "AmazonECSInfrastructureRolePolicyForManagedInstances" },
    parent,
  );
  // AWS's policy lets ECS hand over only roles that are called ecsInstanceRole.
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instances-instance-profile.html
  const passing = new aws.iam.RolePolicy(
    `${name}-infrastructure-role-pass`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "iam:PassRole",
            Resource: instances.role.arn,
            Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
          },
        ],
      }),
    },
    { parent },
  );
  return new aws.ecs.CapacityProvider(
    `${name}-capacity`,
    {
      cluster: clusterName,
      managedInstancesProvider: {
        infrastructureRoleArn: role.arn,
        propagateTags: "CAPACITY_PROVIDER",
        autoRepairConfiguration: { actionsStatus: "ENABLED" },
        instanceLaunchTemplate: {
          ec2InstanceProfileArn: instances.profile.arn,
          capacityOptionType: spot ? "SPOT" : "ON_DEMAND",
          monitoring: "DETAILED",
          networkConfiguration: { subnets: network.privateSubnetIds, securityGroups: [securityGroupId] },
          storageConfiguration: { storageSizeGib: 30 },
          instanceRequirements: {
            vcpuCount: { min: 1 },
            memoryMib: { min: 1024 },
            instanceGenerations: ["current"],
            ...(instanceTypes
              ? { allowedInstanceTypes: [...instanceTypes] }
              : { cpuManufacturers: architecture === "arm64" ? ["amazon-web-services"] : ["intel", "amd"] }),
          },
        },
      },
      tags: { Name: `${name}-capacity` },
    },
    { parent, dependsOn: [...attached, passing] },
  );
}
