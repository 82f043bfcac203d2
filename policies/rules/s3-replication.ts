import { bucketKind, bucketNameIn, bucketType, parts, someStated, statedOf, valuesAt } from "../facts/bucket-parts";
import { carrierOf, referred } from "../facts/references";
import { hasTag } from "../facts/tags";
import { allOf, known, not } from "../facts/three-valued";
import { asText, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { texts } from "../settings";

export const s3Replication = rule({
  name: "s3-replication",
  displayName: "Buckets are replicated",
  description:
    "Every bucket, or every bucket with one of some tags, has a replication rule that is on; a bucket that takes replicas is left out.",
  why: "When the region fails or the bucket is lost there is otherwise no copy.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-7",
  remediationSteps:
    "Add an aws.s3.BucketReplicationConfig with a rule whose destination is a bucket of another region; both buckets must keep versions.",
  controls: { fsbp: ["S3.7"] },
  settings: {
    tags: texts([], "Tags of the buckets to replicate, as `key=value`, or `key` for any value; none asks it of all."),
  },
  types: [],
  subjects: [bucketType],
  stack({ stack, settings: { tags }, on }) {
    const destinations = destinationsIn(stack);
    for (const bucket of stack.ofType(bucketType)) {
      if (destinations.has(bucket)) continue;
      const isReplicated = someStated(statedOf(stack, bucket, "replication"), (replication) =>
        known(asText(at(replication, "status")), (status) => status === "Enabled"),
      );
      const isBroken = allOf([tags.length === 0 || hasTag(bucket, tags), not(isReplicated)]);
      if (isBroken === true)
        on(bucket).deny("it is not replicated; add a BucketReplicationConfig with an enabled rule");
      else if (isBroken === UNKNOWN) on(bucket).undecided(isReplicated === UNKNOWN ? "its replication" : "tags");
    }
  },
});

const places: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  [parts.replication.type]: [["rules", "destination", "bucket"]],
  [bucketType]: [
    ["replicationConfiguration", "rules", "destination", "bucket"],
    ["replicationConfigurations", "rules", "destinations", "bucket"],
  ],
};

/** The buckets of the stack to which others are replicated. */
function destinationsIn(stack: Stack): ReadonlySet<StackResource> {
  const found = new Set<StackResource>();
  for (const [type, paths] of Object.entries(places)) {
    for (const resource of stack.ofType(type)) {
      for (const path of paths) {
        for (const value of valuesAt(resource.props, path)) {
          const carrier = carrierOf(stack, bucketNameIn(value), bucketKind);
          for (const bucket of carrier ? [carrier] : referred(resource, path[0], bucketKind)) found.add(bucket);
        }
      }
    }
  }
  return found;
}
