import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { EcsCluster } from "../../ecs-cluster";
import type { ServicePlace } from "../../service-balancer/service-place";
import type { EcsService } from "../service";
import { deployment, hookRole, shiftRole } from "./deployment";
import { latticeRole, serviceConnectConfiguration, tlsRole } from "./discovery";
import type { EcsHost } from "./host";
import { serviceRole } from "./service-role";
import type { TaskRoles } from "./task-roles";

/** Everything about a service that is made before it. */
export interface ServiceSurroundings {
  readonly host: EcsHost;
  readonly cluster: EcsCluster;
  readonly task: aws.ecs.TaskDefinition;
  readonly roles: TaskRoles;
  readonly logs: aws.cloudwatch.LogGroup;
  readonly appGroupId: pulumi.Input<string>;
  readonly place: ServicePlace | undefined;
  readonly registry: aws.servicediscovery.Service | undefined;
  readonly rollbackAlarms: readonly aws.cloudwatch.MetricAlarm[];
}

export function ecsService(
  name: string,
  service: EcsService,
  around: ServiceSurroundings,
  parent: pulumi.Resource,
): aws.ecs.Service {
  const { host, cluster, task, roles, place, rollbackAlarms } = around;
  const { network, rollout, desiredCount, exec, entry, healthCheckGraceSeconds } = service;
  const shift = place?.alternate && shiftRole(name, parent);
  const hook = rollout.type === "rolling" ? undefined : hookRole(name, rollout, parent);
  const disk = diskRole(name, service, parent);
  const connect = connectConfiguration(name, service, around, parent);
  const lattice = service.discovery?.type === "vpcLattice" ? latticeRole(name, parent) : undefined;
  const ready = [cluster, ...roles.grants, ...(place?.listeners ?? []), ...(shift?.attached ?? [])];
  return new aws.ecs.Service(
    `${name}-service`,
    {
      cluster: cluster.clusterArn,
      taskDefinition: task.arn,
      desiredCount,
      capacityProviderStrategies: capacity(host, cluster),
      // ECS takes another strategy only together with new tasks, and the provider would make a new service otherwise.
      forceNewDeployment: true,
      networkConfiguration:
        host.networkMode === "bridge"
          ? undefined
          : { subnets: network.privateSubnetIds, securityGroups: [around.appGroupId], assignPublicIp: false },
      availabilityZoneRebalancing: "ENABLED",
      orderedPlacementStrategies: host.type === "autoScalingGroup" ? spread : undefined,
      loadBalancers: place &&
        entry && [
          {
            targetGroupArn: place.targetGroup.arn,
            containerName: entry.container.name,
            containerPort: entry.port,
            advancedConfiguration: place.alternate &&
              shift && {
                alternateTargetGroupArn: place.alternate.targetGroup.arn,
                productionListenerRule: place.alternate.productionRuleArn,
                testListenerRule: place.alternate.testRuleArn,
                roleArn: shift.role.arn,
              },
          },
        ],
      healthCheckGracePeriodSeconds: place && healthCheckGraceSeconds,
      ...deployment(rollout, hook?.role.arn),
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms:
        rollbackAlarms.length > 0
          ? { enable: true, rollback: true, alarmNames: rollbackAlarms.map((alarm) => alarm.name) }
          : undefined,
      serviceConnectConfiguration: connect?.configuration,
      serviceRegistries: around.registry &&
        entry && { registryArn: around.registry.arn, containerName: entry.container.name, containerPort: entry.port },
      vpcLatticeConfigurations: latticeConfigurations(service, lattice?.role.arn),
      volumeConfiguration: disk?.configuration,
      enableExecuteCommand: exec,
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      tags: { Name: name },
    },
    {
      parent,
      dependsOn: [
        ...ready,
        ...(hook ? [hook.policy] : []),
        ...(disk?.attached ?? []),
        ...(connect?.attached ?? []),
        ...(lattice?.attached ?? []),
      ],
      // It is for the scaling to decide: a later `up` would otherwise set it back.
      ignoreChanges: ["desiredCount"],
    },
  );
}

/** Over the zones first, then over the instances of each. Rebalancing asks for the first. */
const spread = [
  { type: "spread", field: "attribute:ecs.availability-zone" },
  { type: "spread", field: "instanceId" },
];

function capacity({ spot }: EcsHost, { capacity }: EcsCluster): aws.types.input.ecs.ServiceCapacityProviderStrategy[] {
  if (capacity.type !== "fargate") return [{ capacityProvider: capacity.providerName, weight: 1 }];
  if (!spot) return [{ capacityProvider: "FARGATE", weight: 1 }];
  const { onDemandBase, spotPercent } = spot;
  return [
    { capacityProvider: "FARGATE", base: onDemandBase, weight: 100 - spotPercent },
    { capacityProvider: "FARGATE_SPOT", weight: spotPercent },
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html */
function diskRole(name: string, { volumes }: EcsService, parent: pulumi.Resource) {
  for (const [key, volume] of Object.entries(volumes)) {
    if (volume.type !== "ebs") continue;
    const { role, attached } = serviceRole(
      `${name}-disk-role`,
      `Lets ECS make disks for the tasks of ${name}`,
      "ecs.amazonaws.com",
      { ecs: "service-role/AmazonECSInfrastructureRolePolicyForVolumes" },
      parent,
    );
    const managedEbsVolume = {
      roleArn: role.arn,
      encrypted: true,
      kmsKeyId: volume.kmsKeyArn,
      volumeType: "gp3",
      sizeInGb: volume.sizeGiB,
      iops: volume.iops ?? 3000,
      throughput: volume.throughputMiBps ?? 125,
      tagSpecifications: [{ resourceType: "volume", propagateTags: "SERVICE" }],
    };
    return { attached, configuration: { name: key, managedEbsVolume } };
  }
  return undefined;
}

function connectConfiguration(
  name: string,
  { discovery, entry }: EcsService,
  { cluster, logs }: ServiceSurroundings,
  parent: pulumi.Resource,
) {
  if (discovery?.type !== "serviceConnect") return undefined;
  const tls = discovery.tls && tlsRole(name, parent);
  const { region } = aws.getRegionOutput({}, { parent });
  const destination = { groupName: logs.name, region, routerImage: undefined };
  const { namespaceArn } = cluster;
  return {
    attached: tls?.attached,
    configuration: serviceConnectConfiguration(name, discovery, entry, namespaceArn, tls?.role.arn, destination),
  };
}

function latticeConfigurations({ discovery, entry }: EcsService, roleArn: pulumi.Input<string> | undefined) {
  if (discovery?.type !== "vpcLattice" || !entry || roleArn === undefined) return undefined;
  return [{ portName: entry.container.name, targetGroupArn: discovery.targetGroupArn, roleArn }];
}
