import { extname } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { bundleBucket } from "./bundle-bucket";
import type { ServiceRole } from "./service-role";
import { type Source, type UploadedSource, versionLabel } from "./source";

/** How many versions are kept to go back to, or for how long. Those that an environment runs are always kept. */
export type KeptVersions = { readonly count: number } | { readonly days: number };

/** Limits: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-lifecycle.html */
export function checkKeptVersions(check: ArgumentCheck, kept: KeptVersions): void {
  const [argument, value, most] = "count" in kept ? ["count", kept.count, 1000] : ["days", kept.days, 180];
  const holds = Number.isInteger(value) && value >= 1 && value <= most;
  check(holds, `keepVersions.${argument}`, `must be a whole number between 1 and ${most}`, value);
}

/** The application, and the label of the version that the source is. */
export interface Versions {
  readonly application: aws.elasticbeanstalk.Application;
  readonly label: pulumi.Output<string>;
}

export function versions(
  name: string,
  source: Source,
  kept: KeptVersions,
  serviceRole: ServiceRole,
  parent: pulumi.Resource,
): Versions {
  if (source.type === "object") {
    // What a pipeline has uploaded is the pipeline's to delete.
    const application = beanstalkApplication(name, kept, serviceRole, undefined, parent);
    return { application, label: applicationVersion(name, application, source.label, source, parent).name };
  }
  const bucket = bundleBucket(name, parent);
  const application = beanstalkApplication(name, kept, serviceRole, bucket, parent);
  // An older version lies in the same bucket, which so must stay.
  if (source.type === "version") return { application, label: pulumi.output(source.label) };
  const label = versionLabel(source);
  const bundle = upload(name, source, label, bucket, parent);
  return { application, label: applicationVersion(name, application, label, bundle, parent).name };
}

/** @param bucket what AWS deletes bundles from as it deletes their versions */
function beanstalkApplication(
  name: string,
  kept: KeptVersions,
  { role, ready }: ServiceRole,
  bucket: aws.s3.Bucket | undefined,
  parent: pulumi.Resource,
): aws.elasticbeanstalk.Application {
  const deletion = bucket ? [letDelete(name, role, bucket, parent)] : [];
  return new aws.elasticbeanstalk.Application(
    `${name}-app`,
    {
      description: `Versions and environments of ${name}`,
      appversionLifecycle: {
        serviceRole: role.arn,
        ...("count" in kept ? { maxCount: kept.count } : { maxAgeInDays: kept.days }),
        deleteSourceFromS3: bucket !== undefined,
      },
      tags: { Name: name },
    },
    { parent, dependsOn: [...ready, ...deletion] },
  );
}

function letDelete(
  name: string,
  role: aws.iam.Role,
  bucket: aws.s3.Bucket,
  parent: pulumi.Resource,
): aws.iam.RolePolicy {
  const bundles = {
    Sid: "DeleteOldBundles",
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:DeleteObject"],
    Resource: pulumi.interpolate`${bucket.arn}/*`,
  };
  const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [bundles] });
  return new aws.iam.RolePolicy(`${name}-service-role-bundles`, { role: role.name, policy }, { parent });
}

/** Where a bundle lies. */
interface Bundle {
  readonly bucket: pulumi.Input<string>;
  readonly key: pulumi.Input<string>;
}

/**
 * An older version, and its bundle, must outlive its place in the program: to go back to it, and as an environment may
 * still run it. The application's lifecycle deletes both, and deleting the application deletes all versions.
 */
const retained = { retainOnDelete: true };

function applicationVersion(
  name: string,
  application: aws.elasticbeanstalk.Application,
  label: string,
  { bucket, key }: Bundle,
  parent: pulumi.Resource,
): aws.elasticbeanstalk.ApplicationVersion {
  const description = `Uploaded by Pulumi as ${label}`;
  return new aws.elasticbeanstalk.ApplicationVersion(
    `${name}-version`,
    { application: application.name, name: label, description, bucket, key, tags: { Name: name } },
    { parent, ...retained },
  );
}

function upload(
  name: string,
  source: UploadedSource,
  label: string,
  bucket: aws.s3.Bucket,
  parent: pulumi.Resource,
): Bundle {
  const isFolder = source.type === "folder";
  return new aws.s3.BucketObjectv2(
    `${name}-bundle`,
    {
      bucket: bucket.bucket,
      key: `${label}${isFolder ? ".zip" : extname(source.path)}`,
      // The provider zips a folder that it is given for a file: https://github.com/pulumi/pulumi-terraform/pull/472
      source: isFolder ? new pulumi.asset.FileArchive(source.path) : new pulumi.asset.FileAsset(source.path),
      contentType: "application/zip",
      tags: { Name: `${name}-bundle` },
    },
    { parent, ...retained },
  );
}
