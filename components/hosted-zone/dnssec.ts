import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { environment } from "../environment";

/** What a parent zone or a registrar must know of a signed zone. */
export interface Signing {
  /** The value of the DS record for the parent zone. */
  readonly dsRecord: pulumi.Output<string>;
  /** The same for a registrar. */
  readonly signingKey: pulumi.Output<SigningKey>;
}

/** The public key that answers can be proven with. */
export interface SigningKey {
  /** 13 is ECDSA P-256 with SHA-256. */
  readonly algorithm: number;
  /** 257 marks a key-signing key. */
  readonly flags: number;
  /** In base64. */
  readonly publicKey: string;
}

/**
 * Signs a zone with a key of its own, known once it is signed: who vouches for the key before breaks the zone.
 * The key must be of this kind, in this region: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
 */
export function sign(name: string, zone: aws.route53.Zone, parent: pulumi.Resource): Signing {
  const key = new aws.kms.Key(
    `${name}-dnssec-key`,
    {
      description: `DNSSEC of ${name}`,
      customerMasterKeySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      deletionWindowInDays: environment() === "dev" ? 7 : 30,
      policy: keyPolicy(zone, parent),
      region: "us-east-1",
      tags: { Name: `${name}-dnssec` },
    },
    { parent },
  );
  const signingKey = new aws.route53.KeySigningKey(
    `${name}-dnssec-ksk`,
    // Hyphens, which a name of Pulumi's would have, are not allowed in it.
    { hostedZoneId: zone.zoneId, name: "ksk", keyManagementServiceArn: key.arn },
    { parent },
  );
  const signing = new aws.route53.HostedZoneDnsSec(
    `${name}-dnssec`,
    { hostedZoneId: signingKey.hostedZoneId },
    { parent },
  );
  const { dsRecord, signingAlgorithmType, flag, publicKey } = signingKey;
  return {
    dsRecord: pulumi.all([dsRecord, signing.id]).apply(([text]) => text),
    signingKey: pulumi
      .all([signingAlgorithmType, flag, publicKey, signing.id])
      .apply(([algorithm, flags, text]) => ({ algorithm, flags, publicKey: text })),
  };
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC */
function keyPolicy(zone: aws.route53.Zone, parent: pulumi.Resource): pulumi.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const route53 = { Service: "dnssec-route53.amazonaws.com" };
  return pulumi.jsonStringify({
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
        Sid: "Signing",
        Effect: "Allow",
        Principal: route53,
        Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": zone.arn },
        },
      },
      {
        Sid: "SigningGrant",
        Effect: "Allow",
        Principal: route53,
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ],
  });
}
