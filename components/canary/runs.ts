import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { contentHash } from "../content-hash";
import { LogBucket } from "../log-bucket";
import { bucketPolicy, privateBucket } from "../private-bucket";

/** Where a canary's script is, and what its runs leave behind. */
export interface RunBucket {
  readonly bucket: aws.s3.Bucket;
  readonly script: aws.s3.BucketObjectv2;
}

export const runPrefix = "runs";

const script = join(__dirname, "check.js");

export function runBucket(name: string, parent: pulumi.Resource): RunBucket {
  const { bucketName: accessLogBucket } = new LogBucket(`${name}-access`, { writer: "bucket" }, { parent });
  const made = privateBucket(`${name}-runs`, { lifecycleRules: [expireRuns, abandonUploads], accessLogBucket }, parent);
  bucketPolicy(`${name}-runs`, made, [], parent);
  const { bucket } = made;
  const asset = () => new pulumi.asset.FileAsset(script);
  const uploaded = new aws.s3.BucketObjectv2(
    `${name}-script`,
    {
      bucket: bucket.bucket,
      key: `script/${contentHash([["check.js", script]]).slice(0, 16)}.zip`,
      // Runtimes have read one place, and read the other now:
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_WritingCanary_Nodejs.html
      source: new pulumi.asset.AssetArchive({ "check.js": asset(), "nodejs/node_modules/check.js": asset() }),
      contentType: "application/zip",
      tags: { Name: `${name}-script` },
    },
    { parent },
  );
  return { bucket, script: uploaded };
}

const expireRuns = {
  id: "expire-runs",
  status: "Enabled",
  filter: { prefix: `${runPrefix}/` },
  expiration: { days: 30 },
  noncurrentVersionExpiration: { noncurrentDays: 7 },
};

const abandonUploads = {
  id: "abandon-uploads",
  status: "Enabled",
  filter: { prefix: "" },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};

/**
 * What a run may do. It may not make its log group: that is made for it, and forgets in time.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html
 */
export function runRole(
  name: string,
  canaryName: string,
  bucket: aws.s3.Bucket,
  parent: pulumi.Resource,
): { readonly role: aws.iam.Role; readonly policy: aws.iam.RolePolicy } {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const { region } = aws.getRegionOutput({}, { parent });
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      description: `Runs of the canary ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
      tags: { Name: `${name}-role` },
    },
    { parent },
  );
  // The function has 21 characters of the canary's name.
  const logs = pulumi.interpolate`arn:${partition}:logs:${region}:${accountId}:log-group:/aws/lambda/cwsyn-${canaryName.slice(0, 21)}*`;
  const allow = (Sid: string, Action: string[], Resource: pulumi.Input<string>, Condition?: object) => ({
    ...{ Sid, Effect: "Allow", Action, Resource },
    ...(Condition && { Condition }),
  });
  const policy = new aws.iam.RolePolicy(
    `${name}-role-runs`,
    {
      role: role.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          allow("Runs", ["s3:GetObject", "s3:PutObject"], pulumi.interpolate`${bucket.arn}/${runPrefix}/*`),
          allow("Bucket", ["s3:GetBucketLocation"], bucket.arn),
          // It knows no resource.
          allow("Buckets", ["s3:ListAllMyBuckets"], "*"),
          allow("Log", ["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${logs}:*`),
          allow("Metrics", ["cloudwatch:PutMetricData"], "*", {
            StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" },
          }),
        ],
      }),
    },
    { parent },
  );
  return { role, policy };
}
