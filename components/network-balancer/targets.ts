import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type IpRange, ipRange } from "../ip-range";

/** What a target group holds. */
export type Targets =
  /** Servers that register themselves: a `ServerGroup` that is given the target group's ARN. */
  | { readonly type: "instances" }
  | IpTargets
  /**
   * One Application Load Balancer, which then has this balancer's addresses in front of its routes. It sees the clients'
   * addresses, so in private subnets `openPorts` of `Network` must let in its port.
   */
  | { readonly type: "applicationBalancer"; readonly balancer: ApplicationBalancerRef };

export interface IpTargets {
  readonly type: "ipAddresses";
  /** Private addresses, at least one, all IPv4 or all IPv6. What holds them must let in the balancer's group. */
  readonly addresses: readonly string[];
  /** Whether they lie outside the VPC, as on premises or in a peered VPC. @default false */
  readonly outsideVpc?: boolean;
  /** For QUIC: the server id of each address, `0x` and 16 hexadecimal digits in lower case. @default none */
  readonly quicServerIds?: Readonly<Record<string, string>>;
}

/**
 * What is asked of an Application Load Balancer that is a target: a `WebTier` and a `ServiceBalancer` satisfy it. It must
 * stand in the same VPC, with a listener on the port of the target group.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html
 */
export interface ApplicationBalancerRef {
  readonly loadBalancerArn: pulumi.Input<string>;
  /** The id of its security group, which gets a rule that lets this balancer in. */
  readonly edgeGroupId: pulumi.Input<string>;
  /** The ARN of the listener on that port: AWS takes no target without one. @default it is there already */
  readonly listenerArn?: pulumi.Input<string> | undefined;
}

/** @throws when an address is none, or they are of both families. */
export function checkTargets(check: ArgumentCheck, argument: string, targets: Targets): void {
  if (targets.type !== "ipAddresses") return;
  const { addresses, quicServerIds = {} } = targets;
  check(addresses.length > 0, `${argument}.addresses`, "must hold at least one address", addresses);
  const ranges = addresses.map((address) => {
    const range = hostRange(address);
    check(range !== undefined, `${argument}.addresses`, "must be IPv4 or IPv6 addresses", address);
    return range;
  });
  const families = new Set(ranges.map(({ family }) => family));
  check(families.size === 1, `${argument}.addresses`, "must be all IPv4 or all IPv6", addresses);
  const distinct = new Set(ranges.map(({ cidr }) => cidr));
  check(distinct.size === addresses.length, `${argument}.addresses`, "must not repeat an address", addresses);
  for (const [address, id] of Object.entries(quicServerIds)) {
    check(addresses.includes(address), `${argument}.quicServerIds`, "must be of addresses in the list", address);
    const isId = /^0x[0-9a-f]{16}$/.test(id);
    check(isId, `${argument}.quicServerIds`, "must be 0x and 16 hexadecimal digits in lower case", id);
  }
  const ids = Object.values(quicServerIds);
  check(new Set(ids).size === ids.length, `${argument}.quicServerIds`, "must not repeat an id", quicServerIds);
}

/** The range that holds one address alone, by which rules name it; undefined when it is no address. */
export function hostRange(address: string): IpRange | undefined {
  return ipRange(`${address}/128`) ?? ipRange(`${address}/32`);
}

/** The type of target that a target group states. */
export function targetTypeOf({ type }: Targets): "instance" | "ip" | "alb" {
  switch (type) {
    case "instances":
      return "instance";
    case "ipAddresses":
      return "ip";
    case "applicationBalancer":
      return "alb";
  }
}

/** The family of the targets, where a target group states it. */
export function ipAddressTypeOf(targets: Targets): "ipv6" | undefined {
  if (targets.type !== "ipAddresses") return undefined;
  return targets.addresses.some((address) => hostRange(address)?.family === "ipv6") ? "ipv6" : undefined;
}

/** Registers what does not register itself. */
export function registerTargets(
  name: string,
  targets: Targets,
  targetGroup: aws.lb.TargetGroup,
  parent: pulumi.Resource,
): void {
  const targetGroupArn = targetGroup.arn;
  switch (targets.type) {
    case "instances":
      return;
    case "ipAddresses":
      for (const address of targets.addresses) {
        // A name with "::" in it would blur where the parts of a URN end, so it spells all eight groups.
        new aws.lb.TargetGroupAttachment(
          `${name}-${hostRange(address)?.first.toNormalizedString() ?? address}`,
          {
            targetGroupArn,
            targetId: address,
            availabilityZone: targets.outsideVpc ? "all" : undefined,
            quicServerId: targets.quicServerIds?.[address],
          },
          { parent },
        );
      }
      return;
    case "applicationBalancer": {
      const { loadBalancerArn, listenerArn } = targets.balancer;
      const ready = pulumi.all([loadBalancerArn, listenerArn]).apply(([arn]) => arn);
      new aws.lb.TargetGroupAttachment(`${name}-balancer`, { targetGroupArn, targetId: ready }, { parent });
    }
  }
}
