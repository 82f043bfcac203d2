import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KeptVersions } from "../../../components/beanstalk-app/versions";
import { app, folder, statements } from "./planned-app";

const lifecycle = async (keepVersions?: KeptVersions) =>
  Object((await app(keepVersions && { keepVersions })).get("shop-app").inputs.appversionLifecycle);

describe("the versions of an application", () => {
  it("go up to a bucket under the label of their content", async () => {
    const plan = await app();
    const { name, application, bucket, key } = plan.get("shop-version").inputs;
    assert.match(String(name), /^v-[0-9a-f]{12}$/);
    assert.equal(application, plan.get("shop-app").outputs.name);
    assert.deepEqual([bucket, key], [plan.get("shop-bundles-bucket").outputs.bucket, `${name}.zip`]);
    const bundle = plan.get("shop-bundle").inputs;
    assert.deepEqual([bundle.bucket, bundle.key], [bucket, key]);
    assert.equal(Object(bundle.source).path, folder);
    assert.equal(plan.get("shop-env").inputs.version, name);
  });

  it("follow the folder: other content is another version of the same application, which the environment runs", async () => {
    const copy = mkdtempSync(join(tmpdir(), "beanstalk-"));
    cpSync(folder, copy, { recursive: true });
    const planned = () => app({ source: { type: "folder", path: copy } });
    const before = await planned();
    const again = await planned();
    writeFileSync(join(copy, "server.js"), "// another\n");
    const after = await planned();
    rmSync(copy, { recursive: true });
    const version = (plan: typeof before) => plan.get("shop-version").inputs.name;
    assert.equal(version(before), (await app()).get("shop-version").inputs.name);
    assert.equal(version(again), version(before));
    assert.notEqual(version(after), version(before));
    assert.equal(after.get("shop-env").inputs.version, version(after));
    assert.deepEqual(after.get("shop-app").inputs, before.get("shop-app").inputs);
    assert.equal(after.get("shop-version").urn, before.get("shop-version").urn);
  });

  it("stay when the next one takes their place, bundle and all, to be gone back to", async () => {
    const plan = await app();
    for (const name of ["shop-version", "shop-bundle"]) assert.equal(plan.get(name).options.retainOnDelete, true, name);
    assert.equal(plan.get("shop-app").options.retainOnDelete, undefined);
  });

  it("are pruned by AWS with the service role, which may delete their bundles", async () => {
    const plan = await app();
    const serviceRole = plan.get("shop-service-role").outputs.arn;
    assert.deepEqual(await lifecycle(), { serviceRole, maxCount: 20, deleteSourceFromS3: true });
    assert.deepEqual(await lifecycle({ count: 5 }), { serviceRole, maxCount: 5, deleteSourceFromS3: true });
    assert.deepEqual(await lifecycle({ days: 90 }), { serviceRole, maxAgeInDays: 90, deleteSourceFromS3: true });
    assert.deepEqual(statements(plan, "shop-service-role-bundles"), [
      {
        Sid: "DeleteOldBundles",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:DeleteObject"],
        Resource: `${plan.get("shop-bundles-bucket").outputs.arn}/*`,
      },
    ]);
    const { dependencies } = plan.get("shop-app");
    assert.ok(dependencies.includes(plan.get("shop-service-role-bundles").urn));
  });

  const refused: [string, KeptVersions][] = [
    ["keepVersions.count must be a whole number between 1 and 1000, got 0", { count: 0 }],
    ["keepVersions.count must be a whole number between 1 and 1000, got 1001", { count: 1001 }],
    ["keepVersions.days must be a whole number between 1 and 180, got 181", { days: 181 }],
  ];
  for (const [sentence, keepVersions] of refused) {
    it(`are refused: ${sentence}`, () =>
      assert.rejects(app({ keepVersions }), { message: `beanstalk app "shop": ${sentence}` }));
  }
});

describe("the bucket of the bundles", () => {
  it("is private, encrypted, versioned, and logs who reads it", async () => {
    const plan = await app();
    const { bucket: _, ...blocked } = plan.get("shop-bundles-public-access").inputs;
    assert.deepEqual(Object.values(blocked), [true, true, true, true]);
    assert.deepEqual(plan.get("shop-bundles-encryption").inputs.rules, [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    assert.deepEqual(plan.get("shop-bundles-versioning").inputs.versioningConfiguration, { status: "Enabled" });
    assert.deepEqual(plan.get("shop-bundles-ownership").inputs.rule, { objectOwnership: "BucketOwnerEnforced" });
    const { targetBucket, targetPrefix } = plan.get("shop-bundles-access-log").inputs;
    assert.deepEqual([targetBucket, targetPrefix], [plan.get("shop-bundles-logs-bucket").outputs.bucket, "s3/"]);
    const [delivery] = statements(plan, "shop-bundles-logs-policy");
    assert.deepEqual(delivery?.Principal, { Service: "logging.s3.amazonaws.com" });
  });

  it("is reached only over TLS", async () => {
    const plan = await app();
    const arn = plan.get("shop-bundles-bucket").outputs.arn;
    assert.deepEqual(statements(plan, "shop-bundles-policy"), [
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("keeps for a month what was deleted, and goes with its bundles only in dev", async () => {
    const [dev, prod] = [await app(), await app({}, "prod")];
    assert.deepEqual(Object(dev.get("shop-bundles-lifecycle").inputs.rules)[0].noncurrentVersionExpiration, {
      noncurrentDays: 30,
    });
    const goes = [dev, prod].map((plan) => plan.get("shop-bundles-bucket").inputs.forceDestroy);
    assert.deepEqual(goes, [true, false]);
  });
});
