import { defaultEncryption } from "../facts/bucket-encryption";
import { bucketType, parts } from "../facts/bucket-parts";
import { type Members, membersOf, pathTo, written } from "../facts/property-paths";
import { shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const kmsBucketKey = rule({
  name: "kms-bucket-key",
  displayName: "Buckets with KMS use a bucket key",
  description:
    "Every bucket that encrypts with KMS does so through a bucket key, which spares a call of KMS, and its price, for each object.",
  why: "Without one S3 asks KMS for each object, and KMS bills each request and limits how many there are a second.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  remediationSteps: "Set bucketKeyEnabled to true in the rule of the bucket's encryption.",
  controls: {},
  types: [parts.encryption.type, bucketType],
  resource({ resource, deny, undecided }) {
    const { members, unknownLists } = rulesOf(resource);
    for (const { place, value } of members) {
      const { algorithm, hasBucketKey } = defaultEncryption(value, place);
      const property = written(pathTo(place, "bucketKeyEnabled"));
      if (algorithm === UNKNOWN) undecided("its sseAlgorithm");
      // There are no bucket keys for two layers: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingDSSEncryption.html
      else if (algorithm !== "aws:kms" || hasBucketKey === true) continue;
      else if (hasBucketKey === UNKNOWN) undecided(property);
      else deny(`${property} is ${shown(hasBucketKey)}; set it to true`);
    }
    for (const list of unknownLists) undecided(list);
  },
  remediate(resource) {
    const { members } = rulesOf(resource);
    const bare = members.filter(({ place, value }) => {
      const { algorithm, hasBucketKey } = defaultEncryption(value, place);
      return algorithm === "aws:kms" && hasBucketKey !== true && hasBucketKey !== UNKNOWN;
    });
    return bare.map(({ place }) => ({ path: pathTo(place, "bucketKeyEnabled"), value: true }));
  },
});

/** The rules of a bucket's encryption, beside it or in the spelling of `Bucket` or of `BucketV2`. */
function rulesOf({ type, props }: Resource): Members {
  if (type === parts.encryption.type) return membersOf(props, [], "rules");
  const found = [
    membersOf(props, [], "serverSideEncryptionConfiguration", "rule"),
    membersOf(props, [], "serverSideEncryptionConfigurations", "rules"),
  ];
  return {
    members: found.flatMap(({ members }) => members),
    unknownLists: found.flatMap(({ unknownLists }) => unknownLists),
  };
}
