import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type ExecLogs, execLogs } from "./container-service/ecs/exec-logs";
import { instanceGroup } from "./container-service/ecs/instance-group";
import { type Ec2Capacity, type InstanceSettings, readInstances } from "./container-service/ecs/instances";
import { managedInstances } from "./container-service/ecs/managed-instances";
import { environment } from "./environment";
import { checkSpansZones, type NetworkRef } from "./network-ref";
import { readPeer } from "./secure-sg-pair/peer";
import { createRules } from "./secure-sg-pair/rule";
import { type GroupAlarmArgs, groupAlarms, readGroupAlarms } from "./server-group/alarms";

/** Arguments of {@link EcsCluster}. */
export interface EcsClusterArgs {
  /** The EC2 instances that services of type `ec2` run on. @default none: Fargate alone */
  readonly instances?: ClusterInstances;
  /**
   * Whether services may let people into their containers; what they type is kept, and encrypted with a key of its own.
   *
   * @default false
   */
  readonly exec?: boolean;
  /** How closely CloudWatch watches: each container, each service, or CPU and memory alone. @default "enhanced" */
  readonly containerInsights?: "enhanced" | "enabled" | "disabled";
  /** When its instances call for help, and whom. @default 90 % CPU, nobody: they show in CloudWatch */
  readonly alarms?: OrNone<GroupAlarmArgs>;
}

/** Instances, where they stand and what they are for. */
export type ClusterInstances = Ec2Capacity & {
  /** Private subnets in two zones or more. */
  readonly network: NetworkRef;
  /** What the services' images are built for. @default "arm64" */
  readonly architecture?: "arm64" | "x86_64";
};

/** What services of a cluster can run on. */
export type ClusterCapacity =
  | { readonly type: "fargate" }
  | {
      readonly type: "autoScalingGroup" | "managedInstances";
      readonly architecture: "arm64" | "x86_64";
      /** The name of the capacity provider, from when services can use it. */
      readonly providerName: pulumi.Output<string>;
      /** The id of the instances' security group. */
      readonly instanceGroupId: pulumi.Output<string>;
    };

/**
 * An ECS cluster: Container Insights, a namespace for Service Connect, and Fargate or instances to run on.
 *
 * @example
 * import { EcsCluster } from "./components/ecs-cluster";
 * import { Network } from "./components/network";
 *
 * const network = new Network("net", { zones: 2 });
 * const cluster = new EcsCluster("shops", { instances: { network, ami: "bottlerocket", minSize: 2, maxSize: 20 } });
 */
export class EcsCluster extends pulumi.ComponentResource {
  /** The cluster's ARN. */
  readonly clusterArn: pulumi.Output<string>;
  /** The cluster's name. */
  readonly clusterName: pulumi.Output<string>;
  /** The ARN of the namespace in which its services find each other by Service Connect. */
  readonly namespaceArn: pulumi.Output<string>;
  /** What its services can run on. */
  readonly capacity: ClusterCapacity;
  /** Where it keeps what people type in its containers; undefined unless `exec` is true. */
  readonly execLogs?: ExecLogs;

  /** @throws when the instances are not what AWS takes, or stand in one zone. */
  constructor(name: string, args: EcsClusterArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:EcsCluster", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "ecs cluster", name);
    const isProd = environment() === "prod";
    const { instances, exec = false, containerInsights = "enhanced" } = args;
    const settings = instances && readInstances(check, name, instances, instances.architecture ?? "arm64", isProd);
    const alarms = readGroupAlarms(check, args.alarms);
    if (instances) checkSpansZones(check, instances.network, "private");

    const namespace = new aws.servicediscovery.HttpNamespace(
      `${name}-namespace`,
      { description: `Service Connect of the cluster ${name}`, tags: { Name: `${name}-namespace` } },
      { parent: this },
    );
    this.execLogs = exec ? execLogs(name, isProd, this) : undefined;
    const cluster = new aws.ecs.Cluster(
      `${name}-cluster`,
      {
        settings: [{ name: "containerInsights", value: containerInsights }],
        serviceConnectDefaults: { namespace: namespace.arn },
        configuration: this.execLogs && { executeCommandConfiguration: execConfiguration(this.execLogs) },
        tags: { Name: name },
      },
      { parent: this },
    );

    this.clusterArn = cluster.arn;
    this.clusterName = cluster.name;
    this.namespaceArn = namespace.arn;
    const watch = (group: aws.autoscaling.Group) => {
      if (!alarms) return;
      const topicArn = statedTopicArn(name, alarms.notify, this);
      groupAlarms(new AlarmSet(`${name}-instances`, this, topicArn), alarms, group);
    };
    this.capacity =
      settings && instances
        ? instanceCapacity(check, name, settings, { cluster, network: instances.network, watch }, this)
        : fargate(name, cluster, this);
    this.registerOutputs({
      clusterArn: this.clusterArn,
      clusterName: this.clusterName,
      namespaceArn: this.namespaceArn,
      capacity: this.capacity,
      execLogs: this.execLogs,
    });
  }
}

function execConfiguration({ keyArn, logGroupName }: ExecLogs) {
  return {
    kmsKeyId: keyArn,
    logging: "OVERRIDE",
    logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: logGroupName },
  };
}

function fargate(name: string, cluster: aws.ecs.Cluster, parent: pulumi.Resource): ClusterCapacity {
  new aws.ecs.ClusterCapacityProviders(
    `${name}-capacity-providers`,
    {
      clusterName: cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    },
    { parent },
  );
  return { type: "fargate" };
}

/** What is around the instances, and who watches their group. */
interface InstanceSurroundings {
  readonly cluster: aws.ecs.Cluster;
  readonly network: NetworkRef;
  readonly watch: (group: aws.autoscaling.Group) => void;
}

function instanceCapacity(
  check: ArgumentCheck,
  name: string,
  settings: InstanceSettings,
  { cluster, network, watch }: InstanceSurroundings,
  parent: pulumi.Resource,
): ClusterCapacity {
  const securityGroup = instanceSecurityGroup(check, name, network, parent);
  const instanceGroupId = securityGroup.id;
  const { architecture } = settings;
  if (settings.capacity === "managedInstances") {
    // It belongs to its cluster from the start, and AWS refuses to attach it once more.
    const provider = managedInstances(name, settings, cluster.name, securityGroup.id, network, parent);
    return { type: "managedInstances", architecture, providerName: provider.name, instanceGroupId };
  }
  const { group, provider } = instanceGroup(name, settings, cluster.name, securityGroup.id, network, parent);
  watch(group);
  const attached = new aws.ecs.ClusterCapacityProviders(
    `${name}-capacity-providers`,
    {
      clusterName: cluster.name,
      capacityProviders: [provider.name],
      defaultCapacityProviderStrategies: [{ capacityProvider: provider.name, weight: 1 }],
    },
    { parent },
  );
  const providerName = pulumi.all([provider.name, attached.id]).apply(([providerName]) => providerName);
  return { type: "autoScalingGroup", architecture, providerName, instanceGroupId };
}

/** The instances call AWS, and registries, over HTTPS; services in bridge mode add what they need. */
function instanceSecurityGroup(
  check: ArgumentCheck,
  name: string,
  network: NetworkRef,
  parent: pulumi.Resource,
): aws.ec2.SecurityGroup {
  const group = new aws.ec2.SecurityGroup(
    `${name}-instances`,
    {
      vpcId: network.vpcId,
      description: `Instances of the cluster ${name}: HTTPS out`,
      revokeRulesOnDelete: true,
      tags: { Name: `${name}-instances` },
    },
    { parent },
  );
  const anywhere = readPeer("0.0.0.0/0", "instances", check);
  createRules(`${name}-instances`, group, [{ direction: "out", port: 443, peer: anywhere, purpose: "Calls" }], parent);
  return group;
}
