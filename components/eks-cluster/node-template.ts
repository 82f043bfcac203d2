import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { defaultTags } from "../default-tags";
import type { GroupSettings } from "./nodes";
import { type GrantedRole, serviceRole, trustOf } from "./role";

/** What an instance of a group may do: join the cluster and pull images. The network's permissions are the CNI's own. */
export function nodeRole(name: string, parent: pulumi.Resource): GrantedRole {
  const policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"];
  return serviceRole(name, trustOf("ec2.amazonaws.com"), policies, parent);
}

/** The template of a group's instances. */
export function nodeTemplate(
  name: string,
  { ami, diskGiB }: GroupSettings,
  args: aws.ec2.LaunchTemplateArgs,
  parent: pulumi.Resource,
): aws.ec2.LaunchTemplate {
  // Bottlerocket keeps images and logs on a disk of their own: https://bottlerocket.dev/en/os/latest/concepts/data-volume/
  const dataDevice = ami === "bottlerocket" ? "/dev/xvdb" : "/dev/xvda";
  return new aws.ec2.LaunchTemplate(
    `${name}-template`,
    {
      description: `Nodes of ${name}`,
      updateDefaultVersion: true,
      // Pods have roles of their own; a hop limit of 1 keeps the node's from them.
      // https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      blockDeviceMappings: [...(ami === "bottlerocket" ? [disk("/dev/xvda", 4)] : []), disk(dataDevice, diskGiB)],
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({
        resourceType,
        tags: { Name: name, ...defaultTags() },
      })),
      tags: { Name: name },
      ...args,
    },
    { parent },
  );
}

function disk(deviceName: string, volumeSize: number): aws.types.input.ec2.LaunchTemplateBlockDeviceMapping {
  return { deviceName, ebs: { volumeType: "gp3", volumeSize, encrypted: "true", deleteOnTermination: "true" } };
}
