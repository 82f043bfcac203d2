import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** An Elastic IP: one that is allocated, or one that is there, by its id `eipalloc-...`. A region has five at first. */
export type ElasticIp = "own" | { readonly allocationId: pulumi.Input<string> };

/** Gives the address to the server. A server that replaces another takes it over, and neither it nor DNS changes. */
export function elasticAddress(
  name: string,
  elasticIp: ElasticIp,
  instanceId: pulumi.Input<string>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const own =
    elasticIp === "own"
      ? new aws.ec2.Eip(`${name}-address`, { domain: "vpc", tags: { Name: name } }, { parent })
      : undefined;
  const allocationId = elasticIp === "own" ? own?.allocationId : elasticIp.allocationId;
  const { publicIp } = new aws.ec2.EipAssociation(
    `${name}-address-association`,
    { allocationId, instanceId, allowReassociation: true },
    { parent },
  );
  return own?.publicIp ?? publicIp;
}
