import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const bucket = (props: object, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "buckets of every kind that may be deleted with what they hold",
      resources: {
        shop: bucket({ forceDestroy: true }),
        old: bucket({ forceDestroy: "true" }, "aws:s3/bucketV2:BucketV2"),
        fast: bucket({ forceDestroy: true }, "aws:s3/directoryBucket:DirectoryBucket"),
        tables: bucket({ forceDestroy: true }, "aws:s3tables/tableBucket:TableBucket"),
        vectors: bucket({ forceDestroy: true }, "aws:s3/vectorsVectorBucket:VectorsVectorBucket"),
      },
      says: {
        shop: "forceDestroy is true; set it to false",
        old: 'forceDestroy is "true"',
        fast: "forceDestroy is true",
        tables: "forceDestroy is true",
        vectors: "forceDestroy is true",
      },
    },
  ],
  allowed: [
    {
      title: "buckets that say nothing of it, or no",
      resources: { shop: bucket({}), logs: bucket({ forceDestroy: false }), old: bucket({ forceDestroy: "false" }) },
    },
    {
      title: "an object under a legal hold that may be deleted, which is no bucket",
      resources: {
        index: bucket({ bucket: "shop", key: "a", forceDestroy: true }, "aws:s3/bucketObject:BucketObject"),
      },
    },
  ],
  undecided: [
    {
      title: "a bucket of which it is not known",
      resources: { shop: bucket({ forceDestroy: UNKNOWN }) },
      says: { shop: "forceDestroy is not known yet" },
    },
  ],
};
