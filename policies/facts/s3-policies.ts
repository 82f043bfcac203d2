import type { Resource } from "../resource";
import { bucketType, parts } from "./bucket-parts";
import { written } from "./property-paths";
import { at } from "./value";

interface PolicyPlace {
  readonly path: readonly [string, ...string[]];
  /** All that the policy can be about, as patterns of actions. */
  readonly actions: readonly string[];
}

/** The actions on general purpose and on directory buckets. */
const ofBuckets: PolicyPlace = { path: ["policy"], actions: ["s3:*", "s3express:*"] };

export const accessPointType = "aws:s3/accessPoint:AccessPoint";
export const accessPointPolicyType = "aws:s3control/accessPointPolicy:AccessPointPolicy";

const places: Readonly<Record<string, PolicyPlace>> = {
  [bucketType]: ofBuckets,
  [parts.policy.type]: ofBuckets,
  [accessPointType]: ofBuckets,
  [accessPointPolicyType]: ofBuckets,
  "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy": ofBuckets,
  "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy": {
    ...ofBuckets,
    path: ["details", "policy"],
  },
  "aws:s3control/bucketPolicy:BucketPolicy": { path: ["policy"], actions: ["s3-outposts:*"] },
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": {
    path: ["policy"],
    actions: ["s3-object-lambda:*"],
  },
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": { path: ["resourcePolicy"], actions: ["s3tables:*"] },
  "aws:s3tables/tablePolicy:TablePolicy": { path: ["resourcePolicy"], actions: ["s3tables:*"] },
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy": { path: ["policy"], actions: ["s3vectors:*"] },
};

/** The types that hold a policy of S3: of buckets, access points, tables and vectors. */
export const s3PolicyTypes: readonly string[] = Object.keys(places);

/** The policy that a resource of these types holds. */
export interface S3Policy {
  /** As a message names it. */
  readonly property: string;
  readonly policy: unknown;
  readonly actions: readonly string[];
}

export function s3PolicyOf({ type, props }: Pick<Resource, "type" | "props">): S3Policy {
  const { path, actions } = places[type] ?? ofBuckets;
  return { property: written(path), policy: at(props, ...path), actions };
}
