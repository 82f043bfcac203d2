import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { AlarmSet } from "../../alarm-set";
import type { ArgumentCheck } from "../../argument-checks";
import { hostGraph, requestGraphs } from "../../dashboard/request-graphs";
import type { Graph } from "../../dashboard/section";
import { EcsCluster } from "../../ecs-cluster";
import { ServiceBalancer } from "../../service-balancer";
import {
  type PlaceSettings,
  readServicePlace,
  type ServicePlace,
  servicePlace,
} from "../../service-balancer/service-place";
import { logGroup } from "../../service-logs";
import { alarmTopicArn } from "../../web-tier/alarms";
import type { EcsCompute } from "../compute";
import type { EcsService, Images, RunningService } from "../service";
import { loadAlarms, missingTasksAlarm, rollbackAlarms } from "./alarms";
import { autoScaling } from "./auto-scaling";
import { cloudMapService } from "./discovery";
import { ecsService } from "./ecs-service";
import { taskGraphs } from "./graphs";
import { type EcsHost, readHost } from "./host";
import { openInstances, readTaskRules, type TaskRules, taskGroup } from "./security-groups";
import { taskDefinition } from "./task-definition";
import { taskRoles } from "./task-roles";

/** All that ECS needs to know, checked. */
export interface EcsSettings {
  readonly service: EcsService;
  readonly host: EcsHost;
  readonly rules: TaskRules;
  /** Undefined without a load balancer. */
  readonly place: PlaceSettings | undefined;
}

/** @throws when ECS cannot run the service as it is. */
export function readEcs(check: ArgumentCheck, name: string, compute: EcsCompute, service: EcsService): EcsSettings {
  const { balancing, rollout, scaling, entry, healthCheck, deregistrationDelaySeconds, stickiness } = service;
  const host = readHost(check, name, compute, service);
  const rules = readTaskRules(check, service);
  const twoVersions = rollout.type !== "rolling";
  scaling.forEach((each, index) => {
    const follows = each.type === "schedule" || each.metric !== "requestsPerTarget" || !twoVersions;
    const argument = `scaling[${index}].metric`;
    check(
      follows,
      argument,
      `must not be requestsPerTarget with ${rollout.type}, which changes the target group`,
      "requestsPerTarget",
    );
  });
  if (balancing === "none" || !entry) return { service, host, rules, place: undefined };
  const { container, port } = entry;
  const targetType = host.networkMode === "bridge" ? "instance" : "ip";
  const targets = {
    port,
    protocol: container.protocol,
    targetType,
    healthCheck,
    deregistrationDelaySeconds,
    stickiness,
  } as const;
  return { service, host, rules, place: readServicePlace(check, name, { balancing, targets, twoVersions }) };
}

/** Runs a service on ECS: on a cluster that is given, or on one of its own. */
export function runOnEcs(
  name: string,
  { service, host, rules, place }: EcsSettings,
  images: Images,
  parent: pulumi.ComponentResource,
): RunningService {
  const { network, architecture, exec, discovery, alarms } = service;
  const instances = host.instances && { ...host.instances, network, architecture };
  const topicArn = alarms && alarmTopicArn(name, alarms, parent);
  const ofInstances = topicArn ? { notify: { topicArn } } : "none";
  const cluster = host.cluster ?? new EcsCluster(name, { instances, exec, alarms: ofInstances }, { parent });
  const logs = logGroup(`${name}-logs`, service.logs, parent);
  const roles = taskRoles(name, service, images, logs, exec ? cluster.execLogs : undefined, parent);
  const task = taskDefinition(name, service, host, images, roles, logs, parent);

  const balancer = balancerOf(name, service, parent);
  const appGroupId = connect(name, service, host, cluster, rules, balancer, parent);
  const taken = place && balancer && servicePlace(name, balancer, network.vpcId, place, parent);
  const alarmSet = new AlarmSet(name, parent, topicArn);
  const rollback = taken && balancer ? watch(alarmSet, service, balancer, taken) : [];
  const registry = discovery?.type === "cloudMap" ? cloudMapService(name, discovery, parent) : undefined;

  const running = ecsService(
    name,
    service,
    { host, cluster, task, roles, logs, appGroupId, place: taken, registry, rollbackAlarms: rollback },
    parent,
  );
  const isApplication = service.balancing !== "none" && service.balancing.type !== "network";
  autoScaling(
    name,
    service,
    {
      clusterName: cluster.clusterName,
      serviceName: running.name,
      requests:
        taken && balancer && isApplication
          ? { balancer: balancer.arnSuffix, targetGroup: taken.targetGroup.arnSuffix }
          : undefined,
    },
    parent,
  );
  const dimensions = { ClusterName: cluster.clusterName, ServiceName: running.name };
  if (alarms) {
    missingTasksAlarm(alarmSet, dimensions, taken !== undefined);
    loadAlarms(alarmSet, alarms, dimensions);
  }
  const ofRequests = taken && balancer ? requestsOf(isApplication, balancer, taken) : [];
  return {
    address: balancer && { dnsName: balancer.dnsName, zoneId: balancer.zoneId },
    loadBalancerArn: balancer?.loadBalancerArn,
    edgeGroupId: balancer?.edgeGroupId,
    listenerArn: balancer?.listenerArn,
    discoveryArn: registry?.arn,
    serviceName: running.name,
    appGroupId,
    taskRoleArn: roles.task.arn,
    alarmTopicArn: topicArn,
    section: { title: name, alarmArns: alarmSet.arns, graphs: [...ofRequests, ...taskGraphs(dimensions)] },
  };
}

function balancerOf(
  name: string,
  { balancing, network, rollout }: EcsService,
  parent: pulumi.Resource,
): ServiceBalancer | undefined {
  if (balancing === "none") return undefined;
  if (balancing.type === "shared") return balancing.balancer;
  const hasTestListener = rollout.type !== "rolling";
  // It is watched with the service, whose deployments its alarms stop.
  return new ServiceBalancer(name, { ...balancing, network, hasTestListener, alarms: "none" }, { parent });
}

/** Opens the ways to and from the tasks; gives the group that they wear. */
function connect(
  name: string,
  service: EcsService,
  { networkMode }: EcsHost,
  { capacity }: EcsCluster,
  rules: TaskRules,
  balancer: ServiceBalancer | undefined,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  if (networkMode === "awsvpc" || capacity.type === "fargate") {
    return taskGroup(name, service, rules, balancer?.edgeGroupId, parent);
  }
  openInstances(name, rules, capacity.instanceGroupId, balancer?.edgeGroupId, parent);
  return capacity.instanceGroupId;
}

/** What clients see of the version that serves, or of both while one takes over from the other. */
function requestsOf(isApplication: boolean, { arnSuffix }: ServiceBalancer, place: ServicePlace): Graph[] {
  return [place.targetGroup, ...(place.alternate ? [place.alternate.targetGroup] : [])].flatMap((targetGroup) => {
    const dimensions = { LoadBalancer: arnSuffix, TargetGroup: targetGroup.arnSuffix };
    const hosts = hostGraph(isApplication ? "AWS/ApplicationELB" : "AWS/NetworkELB", dimensions);
    return isApplication ? [...requestGraphs(dimensions), hosts] : [hosts];
  });
}

function watch(
  alarmSet: AlarmSet,
  { balancing, alarms, healthCheckGraceSeconds }: EcsService,
  balancer: ServiceBalancer,
  { targetGroup, alternate }: ServicePlace,
): aws.cloudwatch.MetricAlarm[] {
  if (!alarms) return [];
  const targetGroups = { "": targetGroup, ...(alternate && { "alt-": alternate.targetGroup }) };
  const type = balancing !== "none" && balancing.type === "network" ? "network" : "application";
  const isOwn = balancing !== "none" && balancing.type !== "shared";
  const watched = { type, balancer: balancer.arnSuffix, isOwn, targetGroups } as const;
  const made = rollbackAlarms(alarmSet, alarms, watched, healthCheckGraceSeconds);
  alarmSet.down();
  return made;
}
