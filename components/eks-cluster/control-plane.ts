import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { environment } from "../environment";
import { logGroup } from "../service-logs";
import type { NodeSettings } from "./nodes";
import type { ClusterSettings } from "./read-cluster";
import { serviceRole, trustOf } from "./role";

/** Auto Mode's controllers work with these, whether or not its nodes are used: https://docs.aws.amazon.com/eks/latest/userguide/auto-learn-iam.html */
const clusterPolicies = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSComputePolicy",
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSLoadBalancingPolicy",
  "AmazonEKSNetworkingPolicy",
];

export function controlPlane(
  name: string,
  plan: ClusterSettings,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  parent: pulumi.Resource,
): aws.eks.Cluster {
  const { version, support, endpointCidrs, zonalShift, deletionProtection, controlPlaneTier, remoteNetworks } = plan;
  // The name is stated so that the log group can be there first: EKS would make one that keeps everything for ever.
  const clusterName = `${name}-${pulumi.getStack().replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;
  const clusterTrust = trustOf("eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]);
  const { role, attachments } = serviceRole(`${name}-role`, clusterTrust, clusterPolicies, parent);
  const keyArn = plan.secretsKeyArn ?? secretsKey(name, parent);
  const keyUse = new aws.iam.RolePolicy(
    `${name}-role-secrets`,
    {
      role: role.name,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants"],
            Resource: keyArn,
          },
        ],
      }),
    },
    { parent },
  );
  const logs = logGroup(`${name}-logs`, { ...plan.logs, logClass: "standard" }, parent, {
    name: `/aws/eks/${clusterName}/cluster`,
  });
  const autoMode = readAutoMode(name, plan.nodes, parent);
  const isPublic = endpointCidrs.length > 0;
  return new aws.eks.Cluster(
    `${name}-cluster`,
    {
      name: clusterName,
      version,
      roleArn: role.arn,
      // Who may enter is said by access entries alone: nobody enters because of having made the cluster.
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      bootstrapSelfManagedAddons: false,
      ...autoMode.args,
      vpcConfig: {
        subnetIds,
        endpointPrivateAccess: true,
        endpointPublicAccess: isPublic,
        publicAccessCidrs: isPublic ? [...endpointCidrs] : undefined,
      },
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      encryptionConfig: { provider: { keyArn }, resources: ["secrets"] },
      upgradePolicy: { supportType: support === "standard" ? "STANDARD" : "EXTENDED" },
      zonalShiftConfig: { enabled: zonalShift },
      deletionProtection,
      controlPlaneScalingConfig: { tier: controlPlaneTier === "standard" ? "standard" : `tier-${controlPlaneTier}` },
      remoteNetworkConfig: remoteNetworks && {
        remoteNodeNetworks: { cidrs: [...remoteNetworks.nodeCidrs] },
        remotePodNetworks: remoteNetworks.podCidrs && { cidrs: [...remoteNetworks.podCidrs] },
      },
      tags: { Name: name },
    },
    // A cluster of the same name can only come after the old one; EKS cleans up with the role as long as it has it.
    { parent, deleteBeforeReplace: true, dependsOn: [...attachments, ...autoMode.attachments, keyUse, logs] },
  );
}

/**
 * Auto Mode's three parts are on or off together. Its load balancers and disks serve any nodes; its own nodes begin
 * with a node pool, and the one for add-ons also brings the class that other pools use.
 * https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html
 */
function readAutoMode(name: string, nodes: NodeSettings, parent: pulumi.Resource): AutoMode {
  const controllers = {
    kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
    storageConfig: { blockStorage: { enabled: true } },
  };
  if (nodes.type !== "auto") return { args: { ...controllers, computeConfig: { enabled: true } }, attachments: [] };
  const policies = ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"];
  const { role, attachments } = serviceRole(`${name}-node-role`, trustOf("ec2.amazonaws.com"), policies, parent);
  const computeConfig = { enabled: true, nodePools: ["system"], nodeRoleArn: role.arn };
  return { args: { ...controllers, computeConfig }, attachments };
}

interface AutoMode {
  readonly args: Pick<aws.eks.ClusterArgs, "computeConfig" | "kubernetesNetworkConfig" | "storageConfig">;
  readonly attachments: readonly pulumi.Resource[];
}

function secretsKey(name: string, parent: pulumi.Resource): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const key = new aws.kms.Key(
    `${name}-secrets-key`,
    {
      description: `Kubernetes secrets of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: environment() === "dev" ? 7 : 30,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "OwnAccount",
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
            Action: "kms:*",
            Resource: "*",
          },
        ],
      }),
      tags: { Name: `${name}-secrets` },
    },
    { parent },
  );
  return key.arn;
}
