import { membersOf, type Place, pathTo } from "./property-paths";
import { asBoolean, asText, at, type Fact } from "./value";

/** How S3 encrypts an object that is put into a bucket without a word about it. */
export interface DefaultEncryption {
  /** Where its algorithm and key lie. */
  readonly place: Place;
  readonly algorithm: Fact<string>;
  readonly key: Fact<string>;
  readonly hasBucketKey: Fact<boolean>;
}

/** What a rule of a bucket's encryption says of it, in the spelling of `Bucket` or of `BucketV2`. */
export function defaultEncryption(rule: unknown, place: Place = []): DefaultEncryption {
  const name = "applyServerSideEncryptionByDefault";
  const { members } = membersOf(rule, place, at(rule, `${name}s`) === undefined ? name : `${name}s`);
  const [first = { place: pathTo(place, name), value: at(rule, name) }] = members;
  return {
    place: first.place,
    algorithm: asText(at(first.value, "sseAlgorithm")),
    key: asText(at(first.value, "kmsMasterKeyId")),
    hasBucketKey: asBoolean(at(rule, "bucketKeyEnabled")),
  };
}

/** The algorithms that use a KMS key. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html */
export const kmsAlgorithms: readonly string[] = ["aws:kms", "aws:kms:dsse"];
