import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { NetworkRef } from "../network-ref";

/** The tier whose subnets hold the mount targets. */
export type MountTier = "private" | "isolated";

/** The port of NFS. */
export const nfsPort = 2049;

/** The subnets of the mount targets, one in each zone. @throws when they are fewer than two, or their number is not known. */
export function mountSubnets(check: ArgumentCheck, network: NetworkRef, tier: MountTier): pulumi.Input<string>[] {
  const ids = network[`${tier}SubnetIds`] ?? [];
  const argument = `network.${tier}SubnetIds`;
  check(Array.isArray(ids), argument, "must be a list, as there is a mount target for each", ids);
  check(ids.length >= 2, argument, "must hold subnets of at least two zones", ids.length);
  return ids;
}

/**
 * A mount target in each zone. They are called by their place in the list of subnets, so a zone that is added at its end
 * leaves the others alone. https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html
 */
export function mountTargets(
  name: string,
  fileSystem: aws.efs.FileSystem,
  { subnetIds, group }: { readonly subnetIds: pulumi.Input<string>[]; readonly group: aws.ec2.SecurityGroup },
  parent: pulumi.Resource,
): aws.efs.MountTarget[] {
  return subnetIds.map(
    (subnetId, index) =>
      new aws.efs.MountTarget(
        `${name}-mount-${index + 1}`,
        { fileSystemId: fileSystem.id, subnetId, securityGroups: [group.id] },
        { parent },
      ),
  );
}
