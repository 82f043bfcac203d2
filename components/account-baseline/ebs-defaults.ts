import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type GuardRailSettings, kept } from "./guard-rails";

/** EBS encryption by default in one region. */
export function ebsDefaults(
  name: string,
  region: string,
  encryption: GuardRailSettings["ebsEncryption"],
  parent: pulumi.Resource,
): void {
  if (encryption === "unchanged") return;
  // Without the key first, what is made in between would have AWS's.
  const dependsOn = encryption === "ownKey" ? [defaultKey(name, region, parent)] : [];
  new aws.ebs.EncryptionByDefault(`${name}-ebs`, { enabled: true, region }, { ...kept(parent), dependsOn });
}

function defaultKey(name: string, region: string, parent: pulumi.Resource): aws.ebs.DefaultKmsKey {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition, dnsSuffix } = aws.getPartitionOutput({}, { parent });
  const key = new aws.kms.Key(
    `${name}-ebs-key`,
    {
      description: `EBS volumes in ${region} that name no key`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "OwnAccount",
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            // As AWS's own key for EBS has it: who may use a volume needs no right to its key, and a group of Auto
            // Scaling none to start from it. https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
            Sid: "EbsOfThisAccount",
            Effect: "Allow",
            Principal: { AWS: "*" },
            Action: [
              "kms:CreateGrant",
              "kms:Decrypt",
              "kms:DescribeKey",
              "kms:Encrypt",
              "kms:GenerateDataKey*",
              "kms:ReEncrypt*",
            ],
            Resource: "*",
            Condition: {
              StringEquals: {
                "kms:CallerAccount": accountId,
                "kms:ViaService": pulumi.interpolate`ec2.${region}.${dnsSuffix}`,
              },
            },
          },
        ],
      }),
      region,
      tags: { Name: `${name}-ebs-key` },
    },
    // Without it every volume that it encrypts is lost.
    { parent, protect: true },
  );
  // Not kept: a default that names a key which is gone would let nobody make a volume.
  return new aws.ebs.DefaultKmsKey(`${name}-ebs-default-key`, { keyArn: key.arn, region }, { parent });
}
