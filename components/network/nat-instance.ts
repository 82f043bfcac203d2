import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { instanceRole } from "../server-group/instance-role";
import { type Architecture, commonArchitecture, imageId } from "../server-group/machine-image";
import type { OwnRange } from "./own-ranges";

/**
 * One small instance instead of NAT gateways: for development, where an outage of minutes is cheaper than a gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html
 */
export interface NatInstance {
  readonly type: "instance";
  /** Its type. @default "t4g.nano" */
  readonly instanceType?: string;
  /** The allocation id of the Elastic IP that it goes out by, alone in its list. @default one of its own */
  readonly allocationIds?: readonly pulumi.Input<string>[];
}

/** A checked NAT instance. */
export interface NatInstancePlan {
  readonly type: "instance";
  readonly instanceType: string;
  readonly architecture: Architecture;
  /** Undefined for an address of its own. */
  readonly allocationId: pulumi.Input<string> | undefined;
}

/** @throws when its type is none that instances have. */
export function readNatInstance(
  { type, instanceType = "t4g.nano", allocationIds = [] }: NatInstance,
  check: ArgumentCheck,
): NatInstancePlan {
  const named: ArgumentCheck = (holds, argument, requirement, value) =>
    check(holds, `nat.${argument}`, requirement, value);
  return {
    type,
    instanceType,
    architecture: commonArchitecture(named, [instanceType]),
    allocationId: allocationIds[0],
  };
}

/** What a NAT instance is made of. */
export interface NatInstanceArgs {
  readonly plan: NatInstancePlan;
  readonly vpcId: pulumi.Input<string>;
  readonly own: readonly OwnRange[];
  readonly subnetId: pulumi.Input<string>;
  readonly allocationId: pulumi.Input<string>;
}

/**
 * Makes a NAT instance. Its network interface and address are there before it and outlive it: routes lead to the
 * interface, so an instance that is replaced (by a newer image, say) takes over all of them.
 */
export function createNatInstance(name: string, args: NatInstanceArgs, parent: pulumi.Resource) {
  const { plan, vpcId, own, subnetId, allocationId } = args;
  const group = createGroup(name, vpcId, own, parent);
  const networkInterface = new aws.ec2.NetworkInterface(
    `${name}-interface`,
    {
      subnetId,
      description: `NAT instance ${name}`,
      securityGroups: [group.id],
      // What it passes on is neither from it nor for it.
      sourceDestCheck: false,
      tags: { Name: name },
    },
    { parent },
  );
  const address = new aws.ec2.EipAssociation(
    `${name}-address`,
    { allocationId, networkInterfaceId: networkInterface.id },
    { parent },
  );
  const { profile } = instanceRole("network's NAT", name, {}, parent);
  const instance = new aws.ec2.Instance(
    name,
    {
      ami: imageId({ type: "amazonLinux2023" }, plan.architecture, parent),
      instanceType: plan.instanceType,
      primaryNetworkInterface: { networkInterfaceId: networkInterface.id },
      sourceDestCheck: false,
      iamInstanceProfile: profile.name,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      rootBlockDevice: {
        volumeType: "gp3",
        volumeSize: 8,
        encrypted: true,
        deleteOnTermination: true,
        tags: { Name: name },
      },
      ebsOptimized: true,
      monitoring: true,
      // AWS moves it to other hardware when its own fails, with the same interface:
      // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-configuration-recovery.html
      maintenanceOptions: { autoRecovery: "default" },
      userData,
      userDataReplaceOnChange: true,
      tags: { Name: name },
    },
    // Two instances cannot hold one interface, and its address lets it install packages as it boots.
    { parent, deleteBeforeReplace: true, dependsOn: address },
  );
  return { instance, networkInterfaceId: networkInterface.id };
}

/** Admits the VPC only: an address of its own is no reason to answer the internet. */
function createGroup(name: string, vpcId: pulumi.Input<string>, own: readonly OwnRange[], parent: pulumi.Resource) {
  const group = new aws.ec2.SecurityGroup(
    `${name}-sg`,
    {
      vpcId,
      description: "NAT instance: the VPC in, anywhere out",
      revokeRulesOnDelete: true,
      tags: { Name: name },
    },
    { parent },
  );
  for (const { key, cidr } of own.filter(({ family }) => family === "ipv4")) {
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-sg-in-all-${key}`,
      {
        securityGroupId: group.id,
        description: pulumi.interpolate`What the VPC sends out: all from ${cidr}`,
        ipProtocol: "-1",
        cidrIpv4: cidr,
      },
      { parent },
    );
  }
  new aws.vpc.SecurityGroupEgressRule(
    `${name}-sg-out-all-0.0.0.0/0`,
    {
      securityGroupId: group.id,
      description: "What the VPC sends out: all to 0.0.0.0/0",
      ipProtocol: "-1",
      cidrIpv4: "0.0.0.0/0",
    },
    { parent },
  );
  return group;
}

/**
 * Turns Amazon Linux 2023 into a NAT router, again at every boot. It waits for its way to the package repository, which
 * may be a route that is made after it, and names no interface, as these differ between instance types.
 */
const userData = `#!/bin/bash
set -euo pipefail
until dnf -y install nftables; do sleep 5; done
cat > /etc/sysctl.d/90-nat.conf <<'SETTINGS'
net.ipv4.ip_forward = 1
net.ipv4.conf.all.send_redirects = 0
net.ipv4.conf.default.send_redirects = 0
SETTINGS
mkdir -p /etc/nftables
cat > /etc/nftables/nat.nft <<'RULES'
table ip nat
delete table ip nat
table ip nat {
  chain forward {
    type filter hook forward priority filter; policy accept;
    ct state invalid drop
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    oifname != "lo" masquerade
  }
}
RULES
cat > /etc/systemd/system/nat.service <<'UNIT'
[Unit]
Description=Source NAT for the private subnets
Wants=network-pre.target
After=systemd-sysctl.service
Before=network-pre.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/sbin/nft -f /etc/nftables/nat.nft

[Install]
WantedBy=multi-user.target
UNIT
sysctl --system
systemctl daemon-reload
systemctl enable --now nat.service
`;
