import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";

/** Where images go, and who may start servers from them. */
export interface DistributionArgs {
  /**
   * The ARN of the KMS key that encrypts the images here; its policy must let the pipeline's execution role use it, and
   * whoever starts servers from them. An image that others may start needs one.
   *
   * @default the account's default key for EBS
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Copies in other regions, by the region, each with its own parameter of the same name there. @default none */
  readonly copies?: Readonly<Record<string, ImageCopy>>;
  /** Who else may start servers from them: never the world. @default nobody */
  readonly launchPermissions?: LaunchPermissions;
  /** Tags of the images beside their `Name`. @default none */
  readonly imageTags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The images in another region. */
export interface ImageCopy {
  /** The ARN of the KMS key there that encrypts them. @default the account's default key for EBS there */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

export interface LaunchPermissions {
  /** Ids of accounts. @default none */
  readonly accountIds?: readonly string[];
  /** ARNs of organisations. @default none */
  readonly organizationArns?: readonly string[];
  /** ARNs of organisational units. @default none */
  readonly organizationalUnitArns?: readonly string[];
}

export function checkDistribution(check: ArgumentCheck, args: DistributionArgs): void {
  const { kmsKeyArn, copies = {}, launchPermissions } = args;
  for (const region of Object.keys(copies)) {
    check(isRegion(region), "copies", 'must be by regions such as "eu-west-1"', region);
  }
  if (!launchPermissions) return;
  const { accountIds = [], organizationArns = [], organizationalUnitArns = [] } = launchPermissions;
  const named = [...accountIds, ...organizationArns, ...organizationalUnitArns];
  check(named.length > 0, "launchPermissions", "must name somebody, or be left out", launchPermissions);
  for (const id of accountIds) {
    check(/^\d{12}$/.test(id), "launchPermissions.accountIds", "must be ids of 12 digits", id);
  }
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html
  check(
    kmsKeyArn !== undefined,
    "kmsKeyArn",
    "must be given with launchPermissions: nobody else can use AWS's key",
    kmsKeyArn,
  );
  const plain = Object.entries(copies).find(([, copy]) => copy.kmsKeyArn === undefined)?.[0];
  const place = `copies["${plain}"].kmsKeyArn`;
  check(plain === undefined, place, "must be given with launchPermissions: nobody else can use AWS's key", undefined);
}

/** Where the images of a pipeline go. */
export function distribution(
  name: string,
  { kmsKeyArn, copies = {}, launchPermissions, imageTags }: DistributionArgs,
  { region, parameterName }: { readonly region: pulumi.Input<string>; readonly parameterName: string },
  parent: pulumi.Resource,
): aws.imagebuilder.DistributionConfiguration {
  const to = (where: pulumi.Input<string>, copy: ImageCopy) => ({
    region: where,
    amiDistributionConfiguration: {
      // Two builds of one day differ in their second.
      name: `${name}-{{ imagebuilder:buildDate }}`,
      description: `Image of the pipeline ${name}`,
      kmsKeyId: copy.kmsKeyArn,
      amiTags: { Name: name, ...imageTags },
      launchPermission: launchPermissions && permission(launchPermissions),
    },
    ssmParameterConfigurations: [{ parameterName, dataType: "aws:ec2:image" }],
  });
  const elsewhere = Object.entries(copies).map(([where, copy]) => to(where, copy));
  return new aws.imagebuilder.DistributionConfiguration(
    `${name}-distribution`,
    {
      description: `Where the images of ${name} go`,
      distributions: [to(region, { kmsKeyArn }), ...elsewhere],
      tags: { Name: name },
    },
    { parent },
  );
}

function permission({ accountIds, organizationArns, organizationalUnitArns }: LaunchPermissions) {
  // AWS takes no empty list: https://github.com/rhythmictech/terraform-aws-imagebuilder-pipeline/pull/11
  const listed = (list: readonly string[] | undefined) => (list?.length ? [...list] : undefined);
  return {
    userIds: listed(accountIds),
    organizationArns: listed(organizationArns),
    organizationalUnitArns: listed(organizationalUnitArns),
  };
}
