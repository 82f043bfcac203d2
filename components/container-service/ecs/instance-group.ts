import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { defaultTags } from "../../default-tags";
import type { NetworkRef } from "../../network-ref";
import { enabledMetrics } from "../../server-group/auto-scaling-group";
import { launchInput } from "../../server-group/purchasing";
import { blockDeviceMappings } from "../../server-group/volumes";
import type { GroupSettings } from "./instances";
import { instanceProfile } from "./service-role";

/**
 * The instances of a cluster, in an Auto Scaling group that ECS sizes: it starts instances for tasks that have no room,
 * never stops one that has tasks, and drains it first.
 */
export function instanceGroup(
  name: string,
  settings: GroupSettings,
  clusterName: pulumi.Input<string>,
  securityGroupId: pulumi.Input<string>,
  network: NetworkRef,
  parent: pulumi.Resource,
): { readonly group: aws.autoscaling.Group; readonly provider: aws.ecs.CapacityProvider } {
  const { minSize, maxSize, purchasing } = settings;
  const overrides = settings.instanceTypes.map((instanceType) => ({ instanceType }));
  const template = launchTemplate(name, settings, clusterName, securityGroupId, parent);
  const tags = { Name: name, ...defaultTags(), AmazonECSManaged: "true" };
  const group = new aws.autoscaling.Group(
    `${name}-asg`,
    {
      vpcZoneIdentifiers: network.privateSubnetIds,
      minSize,
      maxSize,
      desiredCapacity: minSize,
      ...launchInput(template, overrides, purchasing, minSize),
      healthCheckType: "EC2",
      healthCheckGracePeriod: 300,
      defaultInstanceWarmup: 300,
      // ECS lifts it from an instance once that has no tasks: what managed termination protection asks for.
      protectFromScaleIn: true,
      enabledMetrics: enabledMetrics(overrides, undefined),
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          minHealthyPercentage: 100,
          maxHealthyPercentage: 200,
          scaleInProtectedInstances: "Refresh",
          skipMatching: true,
          autoRollback: true,
        },
      },
      tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    },
    { parent, ignoreChanges: ["desiredCapacity"] },
  );
  const provider = new aws.ecs.CapacityProvider(
    `${name}-capacity`,
    {
      autoScalingGroupProvider: {
        autoScalingGroupArn: group.arn,
        managedScaling: { status: "ENABLED", targetCapacity: 100, instanceWarmupPeriod: 300 },
        managedDraining: "ENABLED",
        managedTerminationProtection: "ENABLED",
      },
      tags: { Name: `${name}-capacity` },
    },
    { parent },
  );
  return { group, provider };
}

function launchTemplate(
  name: string,
  { instanceTypes, architecture, ami }: GroupSettings,
  clusterName: pulumi.Input<string>,
  securityGroupId: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.ec2.LaunchTemplate {
  const policies = {
    ecs: "service-role/AmazonEC2ContainerServiceforEC2Role",
    ssm: "AmazonSSMManagedInstanceCore",
  };
  const { profile } = instanceProfile(name, policies, parent);
  const image = aws.ssm.getParameterOutput({ name: imageParameter(ami, architecture) }, { parent });
  const disks = ami === "al2023" ? { root: { sizeGiB: 30 }, data: {} } : bottlerocketDisks;
  const userData = pulumi.output(clusterName).apply(ami === "al2023" ? amazonLinuxConfig : bottlerocketConfig);
  return new aws.ec2.LaunchTemplate(
    `${name}-template`,
    {
      description: `Instances of the cluster ${name}`,
      updateDefaultVersion: true,
      imageId: image.insecureValue,
      instanceType: instanceTypes[0],
      iamInstanceProfile: { arn: profile.arn },
      vpcSecurityGroupIds: [securityGroupId],
      // A hop limit of 1 keeps the instance's credentials from the containers on it.
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      ebsOptimized: instanceTypes.some((type) => /^t[12]\./.test(type)) ? undefined : "true",
      blockDeviceMappings: blockDeviceMappings(disks.root, disks.data, "/dev/xvda"),
      userData: userData.apply((text) => Buffer.from(text).toString("base64")),
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({
        resourceType,
        tags: { Name: name, ...defaultTags() },
      })),
      tags: { Name: name },
    },
    { parent },
  );
}

/** Bottlerocket keeps itself on its root disk, and images and containers on another. */
const bottlerocketDisks = { root: { sizeGiB: 4 }, data: { "/dev/xvdb": { sizeGiB: 30 } } };

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html
 * https://bottlerocket.dev/en/os/latest/install/quickstart/aws/ecs/
 */
function imageParameter(ami: GroupSettings["ami"], architecture: GroupSettings["architecture"]): string {
  if (ami === "bottlerocket") return `/aws/service/bottlerocket/aws-ecs-2/${architecture}/latest/image_id`;
  const folder = architecture === "arm64" ? "amazon-linux-2023/arm64" : "amazon-linux-2023";
  return `/aws/service/ecs/optimized-ami/${folder}/recommended/image_id`;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html */
function amazonLinuxConfig(clusterName: string): string {
  const settings = {
    ECS_CLUSTER: clusterName,
    ECS_AWSVPC_BLOCK_IMDS: "true",
    ECS_ENABLE_SPOT_INSTANCE_DRAINING: "true",
    ECS_DISABLE_PRIVILEGED: "true",
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return ["#!/bin/bash", "cat >> /etc/ecs/ecs.config <<'END'", ...lines, "END", ""].join("\n");
}

/** https://bottlerocket.dev/en/os/latest/api/settings/ecs/ */
function bottlerocketConfig(clusterName: string): string {
  return ["[settings.ecs]", `cluster = "${clusterName}"`, "enable-spot-instance-draining = true", ""].join("\n");
}
