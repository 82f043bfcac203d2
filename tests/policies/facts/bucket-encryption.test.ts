import assert from "node:assert/strict";
import { defaultEncryption } from "../../../policies/facts/bucket-encryption";
import { UNKNOWN } from "../../../policies/facts/value";

describe("the default encryption of a bucket", () => {
  const by = { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/shop" };
  const read = { algorithm: "aws:kms", key: "alias/shop", hasBucketKey: true };

  it("is read in the spelling of Bucket and of BucketV2, with the place where it lies", () => {
    assert.deepEqual(
      defaultEncryption({ applyServerSideEncryptionByDefault: by, bucketKeyEnabled: "true" }, ["rules", 0]),
      {
        ...read,
        place: ["rules", 0, "applyServerSideEncryptionByDefault"],
      },
    );
    assert.deepEqual(
      defaultEncryption({ applyServerSideEncryptionByDefaults: [by], bucketKeyEnabled: true }, ["rules", 0]),
      {
        ...read,
        place: ["rules", 0, "applyServerSideEncryptionByDefaults", 0],
      },
    );
  });

  it("is nothing where nothing is said, and unknown where that is not known", () => {
    const place = ["applyServerSideEncryptionByDefault"];
    const nothing = { place, algorithm: undefined, key: undefined, hasBucketKey: undefined };
    for (const rule of [undefined, {}, { applyServerSideEncryptionByDefault: null }]) {
      assert.deepEqual(defaultEncryption(rule), nothing);
    }
    assert.equal(defaultEncryption(UNKNOWN).algorithm, UNKNOWN);
    assert.equal(defaultEncryption({ applyServerSideEncryptionByDefault: UNKNOWN }).algorithm, UNKNOWN);
  });
});
