import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { contains, type IpRange, ipRange } from "../ip-range";
import type { Rule } from "../secure-sg-pair/rule";
import { checkProtocolVersion, readTargetGroup, type TargetGroupArgs, targetGroup, targetPorts } from "../target-group";

/**
 * Servers by their private IPv4 addresses: a data centre's behind a VPN or Direct Connect, a peered network's, a network
 * interface of this one. What listens there must let the load balancer in.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html
 */
export interface AddressTarget extends TargetGroupArgs {
  readonly type: "addresses";
  /** The addresses, by a name of yours. */
  readonly addresses: Readonly<Record<string, pulumi.Input<string>>>;
  /** Whether they are in the subnets of the load balancer's VPC, or elsewhere in a private range. @default "vpc" */
  readonly location?: "vpc" | "outside";
}

/** RFC 1918 and RFC 6598: the only addresses outside its VPC that a target group takes. */
const privateCidrs = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
const outsideRanges = privateCidrs.flatMap((cidr) => ipRange(cidr) ?? []);

/**
 * @param place the argument that holds it
 * @param speaksTls whether the listener speaks HTTPS
 */
export function checkAddresses(check: ArgumentCheck, place: string, target: AddressTarget, speaksTls: boolean): void {
  const { addresses, location = "vpc" } = target;
  const names = Object.keys(addresses);
  check(names.length > 0, `${place}.addresses`, "must name at least one address", addresses);
  for (const name of names) {
    const isName = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/i.test(name);
    check(isName, `${place}.addresses`, "must have names of 1 to 64 letters, digits and dashes", name);
  }
  const known = Object.values(addresses).filter((address) => typeof address === "string");
  for (const address of known) {
    const single = addressRange(address);
    check(single !== undefined, `${place}.addresses`, "must be IPv4 addresses", address);
    const taken = location === "vpc" || outsideRanges.some((range) => contains(range, single));
    check(taken, `${place}.addresses`, `must be in ${privateCidrs.join(", ")} outside the VPC`, address);
  }
  const repeated = known.find((address, index) => known.indexOf(address) < index);
  check(repeated === undefined, `${place}.addresses`, "must not repeat an address", repeated);
  const within: ArgumentCheck = (holds, argument, ...rest) => check(holds, `${place}.${argument}`, ...rest);
  const settings = readTargetGroup(within, target);
  checkProtocolVersion(within, settings, speaksTls);
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/disable-cross-zone.html
  const inZones = settings.crossZone || location === "vpc";
  check(inZones, `${place}.crossZone`, "must be true for addresses outside the VPC, which are in no zone", false);
}

function addressRange(address: string): IpRange | undefined {
  const range = ipRange(`${address}/32`);
  return range?.family === "ipv4" ? range : undefined;
}

/** @param name what the rules of an address are called after that is not known yet */
export function addressEgress(check: ArgumentCheck, name: string, target: AddressTarget): Rule[] {
  const ports = targetPorts(readTargetGroup(check, target));
  return Object.entries(target.addresses).flatMap(([key, address]) => {
    const cidrIpv4 = pulumi.interpolate`${address}/32`;
    const peer =
      typeof address === "string"
        ? { key: `${address}/32`, shown: `${address}/32`, target: { cidrIpv4: `${address}/32` } }
        : { key: `${name}-${key}`, shown: `address ${key}`, target: { cidrIpv4 } };
    return ports.map((port): Rule => ({ direction: "out", port, peer, purpose: "Requests" }));
  });
}

/** The target group of the addresses, each with its own attachment. */
export function addressGroup(
  check: ArgumentCheck,
  name: string,
  target: AddressTarget,
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.lb.TargetGroup {
  const { addresses, location = "vpc" } = target;
  const settings = readTargetGroup(check, target);
  const group = targetGroup(`${name}-tg`, { vpcId, targetType: "ip" }, settings, parent);
  for (const [key, targetId] of Object.entries(addresses)) {
    new aws.lb.TargetGroupAttachment(
      `${name}-${key}`,
      {
        targetGroupArn: group.arn,
        targetId,
        port: settings.appPort,
        // AWS knows the zone of an address in a subnet, and must be told that another is in none.
        availabilityZone: location === "outside" ? "all" : undefined,
      },
      { parent },
    );
  }
  return group;
}
