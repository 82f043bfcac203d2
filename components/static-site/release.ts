import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { folderOf, immutableFolder } from "./bucket";
import { errorFolder, notFoundPage, type SiteFile, type SiteRelease } from "./content";
import type { ReleaseKey } from "./viewer-function";

/** Which releases there are. */
export interface Releases {
  /** What the content is. */
  readonly own: SiteRelease;
  /** The id of the release that visitors get. */
  readonly live: string;
  /** The id of the release that those get who try the next one out. */
  readonly staged: string | undefined;
  /** The ids of those whose files go. */
  readonly retired: readonly string[];
}

/** @throws when a release is none, or is to be shown and to go. */
export function checkReleases(check: ArgumentCheck, { own, live, staged, retired }: Releases): void {
  const isId = (id: string) => /^[\da-f]{16}$/.test(id);
  check(isId(live), "liveRelease", "must be 16 hexadecimal digits, as the output release shows them", live);
  if (staged !== undefined) {
    check(isId(staged), "staging.release", "must be 16 hexadecimal digits, as the output release shows them", staged);
    check(staged !== live, "staging.release", "must be another one than the live release", staged);
  }
  const shown = [own.id, live, staged];
  for (const id of retired) {
    check(isId(id), "retiredReleases", "must be 16 hexadecimal digits each, as the output release shows them", id);
    check(!shown.includes(id), "retiredReleases", "must not hold a release that is shown or is the content's", id);
  }
  const repeated = retired.find((id, index) => retired.indexOf(id) < index);
  check(repeated === undefined, "retiredReleases", "must not repeat a release", repeated);
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
  check(retired.length < 1000, "retiredReleases", "must be at most 999: a bucket has 1000 rules", retired.length);
}

/**
 * Uploads the content, and moves the pointers once all of its files are there. The files of the release before are
 * dropped from the stack, but stay in the bucket.
 */
export function publish(
  name: string,
  { own, live, staged }: Releases,
  bucket: aws.s3.Bucket,
  store: aws.cloudfront.KeyValueStore,
  parent: pulumi.Resource,
): void {
  const uploaded = own.files.map((file) =>
    upload(
      `${name}-file-${file.path}`,
      `${file.isImmutable ? immutableFolder : folderOf(own.id)}/${file.path}`,
      file,
      bucket,
      { parent, retainOnDelete: true },
    ),
  );
  const point = (key: ReleaseKey, id: string, dependsOn: pulumi.Resource[]) =>
    new aws.cloudfront.KeyvaluestoreKey(
      `${name}-${key}`,
      { keyValueStoreArn: store.arn, key, value: id === own.id ? id : stored(id, bucket, parent) },
      { parent, dependsOn },
    );
  const pointer = point("live", live, uploaded);
  // Two changes of a store at once are one too many: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_kvs_PutKey.html
  if (staged !== undefined) point("staged", staged, [pointer]);
  const page = own.files.find(({ path }) => path === notFoundPage);
  if (page === undefined) return;
  // CloudFront looks for it at one path, whatever release is live; each edge asks for a new one after a minute.
  const unversioned = { ...page, cacheControl: "public, max-age=0, s-maxage=60, must-revalidate" };
  upload(`${name}-error-page`, `${errorFolder}/${notFoundPage}`, unversioned, bucket, { parent, dependsOn: [pointer] });
}

/** An earlier release, once it is seen that the bucket still has it: a site without files would say 404 to everybody. */
function stored(id: string, bucket: aws.s3.Bucket, parent: pulumi.Resource): pulumi.Output<string> {
  const prefix = `${folderOf(id)}/index.html`;
  const { keys } = aws.s3.getObjectsOutput({ bucket: bucket.bucket, prefix, maxKeys: 1 }, { parent });
  return keys.apply((found) => {
    if (found.includes(prefix)) return id;
    throw new pulumi.RunError(`a release that is shown must still be in the bucket, but there is no ${prefix}`);
  });
}

function upload(
  name: string,
  key: string,
  { source, contentType, cacheControl }: SiteFile,
  bucket: aws.s3.Bucket,
  opts: pulumi.CustomResourceOptions,
): aws.s3.BucketObjectv2 {
  return new aws.s3.BucketObjectv2(
    name,
    { bucket: bucket.bucket, key, source: new pulumi.asset.FileAsset(source), contentType, cacheControl },
    opts,
  );
}

/** Answers 404 with the site's page, if it has one. Every other refusal, also that of a web ACL, stays what it is. */
export function errorResponses(release: SiteRelease): aws.types.input.cloudfront.DistributionCustomErrorResponse[] {
  if (!release.files.some(({ path }) => path === notFoundPage)) return [];
  const responsePagePath = `/${errorFolder}/${notFoundPage}`;
  return [{ errorCode: 404, responseCode: 404, responsePagePath, errorCachingMinTtl: 10 }];
}
