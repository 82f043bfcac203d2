import assert from "node:assert/strict";
import { bucketType, parts, someStated, statedOf, valuesAt } from "../../../policies/facts/bucket-parts";
import { at, UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const versioningType = parts.versioning.type;
const enabled = { versioningConfiguration: { status: "Enabled" } };
const bucket = (name: string, props: Record<string, unknown> = {}) =>
  fake(bucketType, name, { id: UNKNOWN, bucket: UNKNOWN, ...props });
const versioning = (name: string, of: unknown, ...referred: StackResource[]) =>
  fake(versioningType, name, { bucket: of, ...enabled }, referred.length > 0 ? { bucket: referred } : {});

describe("what a stack states of a bucket", () => {
  const shop = bucket("shop");
  const logs = bucket("logs");
  const whole = (...values: unknown[]) => ({ values, isWhole: true });
  const status = { status: "Enabled" };

  it("is what resources state that refer to it at preview, and by its name or ARN in a state", () => {
    const preview = fakeStack(shop, logs, versioning("v", UNKNOWN, shop));
    assert.deepEqual(statedOf(preview, shop, "versioning"), whole(status));
    assert.deepEqual(statedOf(preview, logs, "versioning"), whole());
    for (const name of ["shop-1", "arn:aws:s3:::shop-1"]) {
      const made = bucket("shop", { id: "shop-1", bucket: "shop-1", arn: "arn:aws:s3:::shop-1" });
      const state = fakeStack(made, logs, versioning("v", name));
      assert.deepEqual(statedOf(state, made, "versioning"), whole(status), name);
      assert.deepEqual(statedOf(state, logs, "versioning"), whole());
    }
  });

  it("is also what a resource states that takes the name from another part of the bucket", () => {
    const block = fake(parts.publicAccessBlock.type, "b", { bucket: UNKNOWN }, { bucket: [shop] });
    const stack = fakeStack(shop, logs, block, versioning("v", UNKNOWN, block));
    assert.deepEqual(statedOf(stack, shop, "versioning"), whole(status));
    assert.deepEqual(statedOf(stack, logs, "versioning"), whole());
  });

  it("is also what the bucket states itself, as Bucket or as BucketV2", () => {
    const inside = [
      bucket("a", { versioning: { enabled: true } }),
      bucket("b", { versionings: [{ enabled: true }] }),
      bucket("c", { versioning: UNKNOWN }),
    ];
    const stack = fakeStack(...inside);
    const values = inside.map((one) => statedOf(stack, one, "versioning").values);
    // What is unknown without a reference is left to AWS.
    assert.deepEqual(values, [[{ enabled: true }], [{ enabled: true }], []]);
    const rule = { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
    for (const props of [
      { serverSideEncryptionConfiguration: { rule } },
      { serverSideEncryptionConfigurations: [{ rules: [rule] }] },
    ]) {
      const one = bucket("d", props);
      assert.deepEqual(statedOf(fakeStack(one), one, "encryption"), whole(rule));
    }
  });

  it("is nothing where a state gives back empty texts and objects", () => {
    const made = bucket("made", { policy: "", website: {}, logging: { targetBucket: "" }, lifecycleRules: [] });
    for (const part of ["policy", "website", "logging", "lifecycle"] as const) {
      assert.deepEqual(statedOf(fakeStack(made), made, part), whole(), part);
    }
  });

  it("is not all while a resource may be this bucket's or another's", () => {
    const either = fakeStack(shop, logs, bucket("other"), versioning("v", UNKNOWN, shop, logs));
    assert.deepEqual(statedOf(either, shop, "versioning"), { values: [], isWhole: false });
    assert.deepEqual(statedOf(either, logs, "versioning"), { values: [], isWhole: false });
    const suffix = fake("random:index/randomId:RandomId", "suffix", {});
    for (const adrift of [versioning("v", UNKNOWN), versioning("v", UNKNOWN, suffix)]) {
      assert.deepEqual(statedOf(fakeStack(shop, adrift), shop, "versioning"), { values: [], isWhole: false });
    }
  });

  it("is nothing that is stated of a bucket outside the stack", () => {
    assert.deepEqual(statedOf(fakeStack(shop, versioning("v", "elsewhere")), shop, "versioning"), whole());
  });

  it("ends where parts refer to each other in a circle", () => {
    const circle: StackResource[] = [];
    const first = fake(versioningType, "a", { bucket: UNKNOWN }, { bucket: circle });
    circle.push(versioning("b", UNKNOWN, first));
    assert.equal(statedOf(fakeStack(shop, first, ...circle), shop, "versioning").isWhole, false);
  });
});

describe("something of what is stated of a bucket", () => {
  const isOn = (value: unknown) => (at(value, "on") === UNKNOWN ? UNKNOWN : at(value, "on") === true);

  it("passes when one value does, whatever else is not known", () => {
    assert.equal(someStated({ values: [{ on: UNKNOWN }, { on: true }], isWhole: false }, isOn), true);
  });

  it("is unknown while a value or the whole is, and otherwise fails", () => {
    assert.equal(someStated({ values: [{ on: false }, { on: UNKNOWN }], isWhole: true }, isOn), UNKNOWN);
    assert.equal(someStated({ values: [{ on: false }], isWhole: false }, isOn), UNKNOWN);
    assert.equal(someStated({ values: [{ on: false }], isWhole: true }, isOn), false);
    assert.equal(someStated({ values: [], isWhole: true }, isOn), false);
  });
});

describe("the values at a path", () => {
  it("are those of all members of the lists on the way", () => {
    assert.deepEqual(valuesAt({ a: [{ b: 1 }, { b: [2, 3] }, null, {}] }, ["a", "b"]), [1, 2, 3]);
    assert.deepEqual(valuesAt({ a: UNKNOWN }, ["a", "b"]), [UNKNOWN]);
    assert.deepEqual(valuesAt({ a: [UNKNOWN, { b: 1 }] }, ["a", "b"]), [UNKNOWN, 1]);
    assert.deepEqual(valuesAt(undefined, ["a"]), []);
  });
});
