import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { NamedSubnet } from "./subnets";
import type { Tier } from "./tier";

/** What Block Public Access of the account still lets through: traffic both ways, or only what is begun inside. */
export type PublicAccess = "bidirectional" | "egress";

/** The public access of a whole VPC, or of the tiers that have any. */
export type PublicAccessExclusion = PublicAccess | Partial<Record<Exclude<Tier, "isolated">, PublicAccess>>;

/** @throws when a tier is not there, or names no public access. */
export function checkPublicAccess(
  exclusion: PublicAccessExclusion,
  tiers: readonly Tier[],
  check: ArgumentCheck,
): void {
  const argument = "publicAccessExclusion";
  const checkAccess = (access: unknown) =>
    check(access === "bidirectional" || access === "egress", argument, 'must be "bidirectional" or "egress"', access);
  if (typeof exclusion === "string") {
    checkAccess(exclusion);
    return;
  }
  check(Object.keys(exclusion).length > 0, argument, "must name at least one tier", exclusion);
  for (const [tier, access] of Object.entries(exclusion)) {
    const isThere = tier !== "isolated" && tiers.some((known) => known === tier);
    check(isThere, `${argument}.${tier}`, "must be of one of the tiers, but not of isolated", tiers);
    checkAccess(access);
  }
}

/**
 * Excludes a VPC or its subnets from Block Public Access, which the account switches on. It may stand before that is on,
 * so that no traffic stops. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
export function createPublicAccessExclusion(
  name: string,
  vpcId: pulumi.Input<string>,
  subnets: Record<Tier, readonly NamedSubnet[]>,
  exclusion: PublicAccessExclusion,
  parent: pulumi.Resource,
): void {
  const exclude = (
    role: string,
    access: PublicAccess,
    of: { vpcId: pulumi.Input<string> } | { subnetId: pulumi.Input<string> },
  ) =>
    new aws.ec2.VpcBlockPublicAccessExclusion(
      role,
      { ...of, internetGatewayExclusionMode: `allow-${access}`, tags: { Name: role } },
      { parent },
    );
  if (typeof exclusion === "string") {
    exclude(`${name}-public-access`, exclusion, { vpcId });
    return;
  }
  const tiers = ["public", "private", "inspection"] as const;
  for (const tier of tiers) {
    const access = exclusion[tier];
    if (!access) continue;
    for (const { name: subnetName, subnet } of subnets[tier])
      exclude(`${subnetName}-public-access`, access, { subnetId: subnet.id });
  }
}
