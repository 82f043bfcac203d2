import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { EcsService, Images } from "../service";
import type { ServiceVolume } from "../volumes";
import { containerDefinitions } from "./container-definitions";
import type { EcsHost } from "./host";
import type { TaskRoles } from "./task-roles";

/** The version of a task that runs. Each change makes a new one, and the old ones stay for a way back. */
export function taskDefinition(
  name: string,
  service: EcsService,
  host: EcsHost,
  images: Images,
  roles: TaskRoles,
  logGroup: aws.cloudwatch.LogGroup,
  parent: pulumi.Resource,
): aws.ecs.TaskDefinition {
  const { cpu, memoryMiB, architecture, operatingSystem } = service;
  const { region } = aws.getRegionOutput({}, { parent });
  const logs = { groupName: logGroup.name, region, routerImage: images["log-router"]?.uri };
  return new aws.ecs.TaskDefinition(
    `${name}-task`,
    {
      // A family has no name that Pulumi gives; without project and stack, others of the account would share it.
      family: `${pulumi.getProject()}-${pulumi.getStack()}-${name}`.replace(/[^\w-]/g, "-"),
      cpu: String(cpu),
      memory: String(memoryMiB),
      networkMode: host.networkMode,
      requiresCompatibilities: [compatibility[host.type]],
      runtimePlatform: {
        cpuArchitecture: architecture === "arm64" ? "ARM64" : "X86_64",
        operatingSystemFamily: systems[operatingSystem],
      },
      executionRoleArn: roles.execution.arn,
      taskRoleArn: roles.task.arn,
      containerDefinitions: pulumi.jsonStringify(containerDefinitions(service, host, images, logs)),
      volumes: volumes(service),
      enableFaultInjection: service.faultInjection,
      // A rollout that fails goes back to a version that a later `up` would otherwise have retired.
      skipDestroy: true,
      tags: { Name: name },
    },
    { parent },
  );
}

const compatibility = {
  fargate: "FARGATE",
  autoScalingGroup: "EC2",
  managedInstances: "MANAGED_INSTANCES",
} as const;

const systems = {
  linux: "LINUX",
  windows2022Core: "WINDOWS_SERVER_2022_CORE",
  windows2022Full: "WINDOWS_SERVER_2022_FULL",
} as const;

function volumes({ volumes }: EcsService): aws.types.input.ecs.TaskDefinitionVolume[] {
  return Object.entries(volumes).map(([name, volume]) => ({ name, ...volumeInput(volume) }));
}

function volumeInput(volume: ServiceVolume): Omit<aws.types.input.ecs.TaskDefinitionVolume, "name"> {
  switch (volume.type) {
    case "scratch":
      return {};
    case "ebs":
      return { configureAtLaunch: true };
    case "efs":
      return {
        efsVolumeConfiguration: {
          fileSystemId: volume.fileSystemId,
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: volume.accessPointId, iam: "ENABLED" },
        },
      };
  }
}
