import { type Maker, sameAs, text } from "./words";

/** Stand-ins of S3. */
export const s3: Readonly<Record<string, Maker>> = {
  "aws:s3/bucket:Bucket": ({ named, region, partition, dnsSuffix }) => {
    const name = named("bucket", 63);
    return {
      id: name,
      bucket: name,
      arn: `arn:${partition}:s3:::${name}`,
      bucketDomainName: `${name}.s3.${dnsSuffix}`,
      bucketRegionalDomainName: `${name}.s3.${region}.${dnsSuffix}`,
      region,
    };
  },
  "aws:s3/bucketPolicy:BucketPolicy": sameAs("bucket"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": sameAs("bucket"),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": sameAs("bucket"),
  "aws:s3/bucketVersioning:BucketVersioning": sameAs("bucket"),
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": sameAs("bucket"),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": sameAs("bucket"),
  "aws:s3/bucketLogging:BucketLogging": sameAs("bucket"),
  "aws:s3/bucketObjectv2:BucketObjectv2": ({ inputs, partition, hex }) => {
    const path = `${text(inputs.bucket)}/${text(inputs.key)}`;
    return { id: path, arn: `arn:${partition}:s3:::${path}`, versionId: hex(32) };
  },
};
