import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { defaultTags } from "../default-tags";
import type { Surroundings } from "./node-groups";
import { nodeRole, nodeTemplate } from "./node-template";
import type { GroupSettings } from "./nodes";

/** An Auto Scaling group of your own whose instances join the cluster by themselves. */
export function selfManagedGroup(
  { name: clusterName, cluster, version, parent }: Surroundings,
  settings: GroupSettings,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
  dependsOn: readonly pulumi.Resource[],
): pulumi.Resource {
  const name = `${clusterName}-nodes`;
  const { instanceTypes, minSize, maxSize, desiredSize } = settings;
  const { role, attachments } = nodeRole(`${name}-role`, parent);
  const profile = new aws.iam.InstanceProfile(`${name}-profile`, { role: role.name }, { parent });
  // The cluster lets in no node whose role it does not know; for groups that EKS makes it does this itself.
  const entry = new aws.eks.AccessEntry(
    `${name}-access`,
    { clusterName: cluster.name, principalArn: role.arn, type: "EC2_LINUX", tags: { Name: name } },
    { parent },
  );
  const template = nodeTemplate(
    name,
    settings,
    {
      imageId: nodeImage(settings, version, parent),
      instanceType: instanceTypes[0],
      iamInstanceProfile: { arn: profile.arn },
      vpcSecurityGroupIds: [cluster.vpcConfig.clusterSecurityGroupId],
      userData: joining(settings, cluster).apply((text) => Buffer.from(text).toString("base64")),
    },
    parent,
  );
  const tags = { Name: name, ...defaultTags() };
  return new aws.autoscaling.Group(
    `${name}-asg`,
    {
      vpcZoneIdentifiers: subnetIds,
      minSize,
      maxSize,
      desiredCapacity: desiredSize,
      mixedInstancesPolicy: {
        launchTemplate: {
          launchTemplateSpecification: {
            launchTemplateId: template.id,
            version: template.latestVersion.apply(String),
          },
          overrides: instanceTypes.map((instanceType) => ({ instanceType })),
        },
      },
      healthCheckType: "EC2",
      instanceRefresh: { strategy: "Rolling", preferences: { minHealthyPercentage: 90, skipMatching: true } },
      tags: [
        ...Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
        // By this tag the cluster knows instances as its own.
        { key: pulumi.interpolate`kubernetes.io/cluster/${cluster.name}`, value: "owned", propagateAtLaunch: true },
      ],
    },
    { parent, ignoreChanges: ["desiredCapacity"], dependsOn: [entry, ...attachments, ...dependsOn] },
  );
}

/** AWS's newest image for the version: https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html */
function nodeImage({ ami, architecture }: GroupSettings, version: string, parent: pulumi.Resource) {
  const name =
    ami === "al2023"
      ? `/aws/service/eks/optimized-ami/${version}/amazon-linux-2023/${architecture}/standard/recommended/image_id`
      : `/aws/service/bottlerocket/aws-k8s-${version}/${architecture}/latest/image_id`;
  return aws.ssm.getParameterOutput({ name }, { parent }).insecureValue;
}

/** What an instance has to know to join: https://docs.aws.amazon.com/eks/latest/userguide/al2023.html */
function joining({ ami }: GroupSettings, cluster: aws.eks.Cluster): pulumi.Output<string> {
  const { name, endpoint, certificateAuthority, kubernetesNetworkConfig } = cluster;
  const { serviceIpv4Cidr } = kubernetesNetworkConfig;
  if (ami === "bottlerocket") {
    return pulumi.interpolate`[settings.kubernetes]
cluster-name = "${name}"
api-server = "${endpoint}"
cluster-certificate = "${certificateAuthority.data}"
cluster-dns-ip = "${serviceIpv4Cidr.apply(dnsAddress)}"
`;
  }
  // JSON is YAML, and quotes what has to be quoted.
  return pulumi
    .jsonStringify({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: {
        cluster: {
          name,
          apiServerEndpoint: endpoint,
          certificateAuthority: certificateAuthority.data,
          cidr: serviceIpv4Cidr,
        },
      },
    })
    .apply((config) =>
      [
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="NODE"',
        "",
        "--NODE",
        "Content-Type: application/node.eks.aws",
        "",
        config,
        "",
        "--NODE--",
        "",
      ].join("\n"),
    );
}

/** Kubernetes puts DNS on the tenth address of its services' range. */
function dnsAddress(serviceCidr: string): string {
  return serviceCidr.replace(/\.\d+\/\d+$/, ".10");
}
