import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Architecture } from "../server-group/machine-image";
import type { Surroundings } from "./node-groups";
import { nodeRole, nodeTemplate } from "./node-template";
import type { ManagedGroupSettings } from "./nodes";

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html */
const amiTypes: Record<ManagedGroupSettings["ami"], Record<Architecture, string>> = {
  al2023: { arm64: "AL2023_ARM_64_STANDARD", x86_64: "AL2023_x86_64_STANDARD" },
  bottlerocket: { arm64: "BOTTLEROCKET_ARM_64", x86_64: "BOTTLEROCKET_x86_64" },
};

/** A group of instances that EKS makes, drains before they go, and replaces when they are unwell. */
export function managedGroup(
  { name: clusterName, cluster, version, parent }: Surroundings,
  group: string,
  settings: ManagedGroupSettings,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  dependsOn: readonly pulumi.Resource[],
): pulumi.Resource {
  const name = `${clusterName}-${group}`;
  const { instanceTypes, ami, architecture, minSize, maxSize, desiredSize, purchasing, labels } = settings;
  const { role, attachments } = nodeRole(`${name}-role`, parent);
  const template = nodeTemplate(name, settings, {}, parent);
  return new aws.eks.NodeGroup(
    `${name}-group`,
    {
      clusterName: cluster.name,
      version,
      nodeRoleArn: role.arn,
      subnetIds,
      amiType: amiTypes[ami][architecture],
      capacityType: purchasing === "spot" ? "SPOT" : "ON_DEMAND",
      instanceTypes: [...instanceTypes],
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      scalingConfig: { minSize, maxSize, desiredSize },
      updateConfig: { maxUnavailablePercentage: 33 },
      nodeRepairConfig: { enabled: true },
      labels: { ...labels },
      tags: { Name: name },
    },
    { parent, ignoreChanges: ["scalingConfig.desiredSize"], dependsOn: [...attachments, ...dependsOn] },
  );
}
