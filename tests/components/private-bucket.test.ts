import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy, type PrivateBucketArgs, privateBucket } from "../../components/private-bucket";
import { record } from "../../planner/record";

const rule = {
  id: "old",
  status: "Enabled",
  filter: { prefix: "" },
  noncurrentVersionExpiration: { noncurrentDays: 9 },
};
const make = (args: Partial<PrivateBucketArgs> = {}, environment: "dev" | "prod" = "prod") =>
  record(
    () => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
      const made = privateBucket("files", { lifecycleRules: [rule], ...args }, parent);
      bucketPolicy("files", made, [{ Sid: "Mine", Effect: "Allow" }], parent);
    },
    { environment },
  );

describe("privateBucket", () => {
  it("lets nothing be public, knows no ACLs, encrypts and keeps versions", async () => {
    const plan = await make();
    const { bucket } = plan.get("files-bucket").outputs;
    assert.deepEqual(plan.get("files-public-access").inputs, {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(plan.get("files-ownership").inputs, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    assert.deepEqual(plan.get("files-versioning").inputs, { bucket, versioningConfiguration: { status: "Enabled" } });
    assert.deepEqual(plan.get("files-encryption").inputs.rules, [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    assert.deepEqual(plan.get("files-lifecycle").inputs, { bucket, rules: [rule] });
    assert.ok(plan.get("files-lifecycle").dependencies.includes(plan.get("files-versioning").urn));
    assert.deepEqual(plan.names("aws:s3/bucketLogging:BucketLogging"), []);
  });

  it("goes with all that is in it in dev alone, unless it is said", async () => {
    const forced = async (...args: Parameters<typeof make>) =>
      (await make(...args)).get("files-bucket").inputs.forceDestroy;
    assert.deepEqual(
      [await forced({}, "prod"), await forced({}, "dev"), await forced({ forceDestroy: true }, "prod")],
      [false, true, true],
    );
  });

  it("takes a key, with one data key for many objects, and a bucket for its access log", async () => {
    const plan = await make({ kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k", accessLogBucket: "logs" });
    assert.deepEqual(plan.get("files-encryption").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: "aws:kms",
          kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/k",
        },
        bucketKeyEnabled: true,
      },
    ]);
    const { bucket } = plan.get("files-bucket").outputs;
    assert.deepEqual(plan.get("files-access-log").inputs, { bucket, targetBucket: "logs", targetPrefix: "s3/" });
  });

  it("refuses what comes without TLS, whatever else its policy says, once its public access is shut", async () => {
    const plan = await make();
    const { arn } = plan.get("files-bucket").outputs;
    const { inputs, dependencies } = plan.get("files-policy");
    assert.deepEqual(JSON.parse(String(inputs.policy)).Statement, [
      { Sid: "Mine", Effect: "Allow" },
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
    assert.ok(dependencies.includes(plan.get("files-public-access").urn));
  });
});
