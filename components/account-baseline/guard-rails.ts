import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * What holds in each region for all that is made there, by whomever. `unchanged` leaves a setting as the account has it,
 * and so does taking one away later: to open an account is a decision to make by hand.
 */
export interface GuardRailArgs {
  /**
   * Whether new EBS volumes and snapshots are encrypted without being asked: with AWS's key, or with a key of the
   * account's own in each region, which its EC2 may use for everybody in the account.
   * https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
   *
   * @default awsManagedKey
   */
  readonly ebsEncryption?: "awsManagedKey" | "ownKey" | "unchanged";
  /**
   * Whether EBS snapshots can be public: none, or only those that are already.
   * https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
   *
   * @default block-all-sharing
   */
  readonly snapshotBlockPublicAccess?: "block-all-sharing" | "block-new-sharing" | "unchanged";
  /**
   * Whether AMIs can be made public; those that are already stay so.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
   *
   * @default block-new-sharing
   */
  readonly imageBlockPublicAccess?: "block-new-sharing" | "unchanged";
  /**
   * Whose AMIs can be used, `enabled`, or which of those in use would not be, `audit-mode`. A provider is `amazon`,
   * `aws-marketplace`, `aws-backup-vault` or the number of an account; this account's own can always be used.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html
   *
   * @default left as it is
   */
  readonly allowedImages?: { readonly state: "enabled" | "audit-mode"; readonly providers: readonly string[] };
  /**
   * What the metadata service of new instances demands that do not say it themselves: tokens (IMDSv2), whose answer
   * travels `hopLimit` hops, 1 to 64.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html
   *
   * @default tokens, and a limit of 2, as AWS advises where containers run: it holds for instances of others too
   */
  readonly instanceMetadata?: { readonly hopLimit?: number } | "unchanged";
  /**
   * Whether anybody can open the serial console of an instance.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html
   *
   * @default off
   */
  readonly serialConsole?: "off" | "unchanged";
  /**
   * Whether internet gateways carry anything for VPCs that no exclusion names: to block cuts off every public load
   * balancer, and bidirectionally every NAT gateway too, the moment it is deployed.
   * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
   *
   * @default left as it is
   */
  readonly vpcBlockPublicAccess?: "off" | "block-ingress" | "block-bidirectional";
  /** What burstable instances (T2, T3, T3a, T4g) do without credits, where they do not say it themselves. @default left as it is */
  readonly cpuCredits?: "standard" | "unlimited";
  /** What new ECS clusters report to Container Insights, which costs by the metric. @default left as it is */
  readonly containerInsights?: "enhanced" | "enabled" | "disabled";
  /**
   * Whether who makes something in ECS with tags needs `ecs:TagResource` for it.
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
   *
   * @default left as it is
   */
  readonly tagResourceAuthorization?: "on" | "off";
  /**
   * Whether images in ECR are scanned when they are pushed, for nothing, or continuously by Amazon Inspector, by the image.
   *
   * @default left as it is
   */
  readonly imageScanning?: "basic" | "enhanced";
}

/** The arguments with their defaults. */
export type GuardRailSettings = ReturnType<typeof readGuardRails>;

export function readGuardRails(check: ArgumentCheck, args: GuardRailArgs) {
  const { ebsEncryption = "awsManagedKey", snapshotBlockPublicAccess = "block-all-sharing", ...rest } = args;
  const { imageBlockPublicAccess = "block-new-sharing", serialConsole = "off", instanceMetadata = {} } = rest;
  checkAllowedImages(check, args.allowedImages);
  const hopLimit = instanceMetadata === "unchanged" ? undefined : (instanceMetadata.hopLimit ?? 2);
  const isHops = hopLimit === undefined || (Number.isInteger(hopLimit) && hopLimit >= 1 && hopLimit <= 64);
  check(isHops, "guardRails.instanceMetadata.hopLimit", "must be a whole number from 1 to 64", hopLimit);
  return { ...rest, ebsEncryption, snapshotBlockPublicAccess, imageBlockPublicAccess, serialConsole, hopLimit };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImageCriterionRequest.html */
function checkAllowedImages(check: ArgumentCheck, images: GuardRailArgs["allowedImages"]): void {
  if (images === undefined) return;
  const { providers } = images;
  const argument = "guardRails.allowedImages.providers";
  const isCount = providers.length >= 1 && providers.length <= 200;
  check(isCount, argument, "must be 1 to 200 providers", providers.length);
  for (const provider of providers) {
    const isProvider = /^(amazon|aws-marketplace|aws-backup-vault|\d{12})$/.test(provider);
    const allowed = "must be amazon, aws-marketplace, aws-backup-vault or account numbers of 12 digits";
    check(isProvider, argument, allowed, provider);
  }
  check(new Set(providers).size === providers.length, argument, "must not repeat one", providers);
}

/** Stays when it is taken out of the program. */
export function kept(parent: pulumi.Resource): pulumi.CustomResourceOptions {
  return { parent, retainOnDelete: true };
}
