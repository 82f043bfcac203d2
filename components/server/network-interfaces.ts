import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** A network interface beside the first one, such as one in a management subnet of the same zone. */
export interface FurtherInterface {
  /** The id of its subnet, in the zone of the server. */
  readonly subnetId: pulumi.Input<string>;
  /** The ids of its security groups. @default the server's own */
  readonly securityGroupIds?: readonly pulumi.Input<string>[];
  /** Whether AWS drops what is neither from it nor for it: false for routers and firewalls. @default true */
  readonly sourceDestCheck?: boolean;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html: no type has more than 15 on a card. */
const mostInterfaces = 14;

export function checkInterfaces(check: ArgumentCheck, interfaces: readonly FurtherInterface[]): void {
  const { length } = interfaces;
  check(length <= mostInterfaces, "networkInterfaces", `must be at most ${mostInterfaces} beside the first`, length);
  for (const [index, { securityGroupIds }] of interfaces.entries()) {
    const isProtected = securityGroupIds === undefined || securityGroupIds.length > 0;
    check(
      isProtected,
      `networkInterfaces[${index}].securityGroupIds`,
      "must name at least one group",
      securityGroupIds,
    );
  }
}

/** Makes the interfaces, which outlive the server, and attaches them as its second, third and so on. */
export function attachInterfaces(
  name: string,
  interfaces: readonly FurtherInterface[],
  { instanceId, securityGroupIds: own }: InterfaceOwner,
  parent: pulumi.Resource,
): void {
  for (const [index, { subnetId, securityGroupIds = own, sourceDestCheck = true }] of interfaces.entries()) {
    const deviceIndex = index + 1;
    const role = `${name}-interface-${deviceIndex}`;
    const { id: networkInterfaceId } = new aws.ec2.NetworkInterface(
      role,
      {
        subnetId,
        description: `Server ${name}`,
        securityGroups: [...securityGroupIds],
        sourceDestCheck,
        tags: { Name: role },
      },
      { parent },
    );
    new aws.ec2.NetworkInterfaceAttachment(
      `${role}-attachment`,
      { instanceId, networkInterfaceId, deviceIndex },
      // It leaves the old server before the new one can have it.
      { parent, deleteBeforeReplace: true },
    );
  }
}

export interface InterfaceOwner {
  readonly instanceId: pulumi.Input<string>;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
}
