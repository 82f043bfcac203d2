import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";

/** A zone that only networks of yours see. They need DNS support and host names, which a `Network` has. */
export interface PrivateZone {
  readonly type: "private";
  /** The networks that see it, 1–300. */
  readonly vpcs: readonly ZoneVpc[];
}

/** A VPC of this account. A `Network` is one. */
export interface ZoneVpc {
  readonly vpcId: pulumi.Input<string>;
  /** Its region. @default the provider's */
  readonly region?: string;
}

/** 300 at most: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
export function readPrivateZone(check: ArgumentCheck, { vpcs }: PrivateZone): aws.route53.ZoneArgs {
  check(vpcs.length >= 1 && vpcs.length <= 300, "vpcs", "must be 1 to 300 VPCs", vpcs.length);
  const ids = vpcs.map(({ vpcId }) => vpcId);
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  check(repeated === undefined, "vpcs", "must not repeat a VPC", repeated);
  for (const { region } of vpcs) {
    check(region === undefined || isRegion(region), "vpcs.region", 'must be a region such as "eu-west-1"', region);
  }
  return { vpcs: vpcs.map(({ vpcId, region }) => ({ vpcId, vpcRegion: region })) };
}
