import assert from "node:assert/strict";
import { LogBucket } from "../../components/log-bucket";
import { record } from "../../planner/record";

describe("LogBucket", () => {
  it("is private, encrypted by S3's own keys, and owned as a whole by the account", async () => {
    const plan = await record(() => new LogBucket("logs"), { environment: "prod" });
    const { bucket } = plan.get("logs-bucket").outputs;
    assert.deepEqual(plan.get("logs-bucket").inputs, { forceDestroy: false, tags: { Name: "logs" } });
    assert.deepEqual(plan.get("logs-public-access").inputs, {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(plan.get("logs-ownership").inputs, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    assert.deepEqual(plan.get("logs-encryption").inputs, {
      bucket,
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
  });

  it("lets the load balancers of this account write, and everybody only over TLS", async () => {
    const plan = await record(() => new LogBucket("logs"));
    const { arn, bucket } = plan.get("logs-bucket").outputs;
    const { inputs, dependencies } = plan.get("logs-policy");
    assert.equal(inputs.bucket, bucket);
    assert.deepEqual(JSON.parse(String(inputs.policy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "LogDelivery",
          Effect: "Allow",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: [
            `${arn}/access/AWSLogs/123456789012/*`,
            `${arn}/connection/AWSLogs/123456789012/*`,
            `${arn}/health-check/AWSLogs/123456789012/*`,
          ],
        },
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [arn, `${arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
    assert.ok(dependencies.includes(plan.get("logs-public-access").urn));
  });

  it("lets the log delivery of Network Load Balancers write, for this account and region alone", async () => {
    const plan = await record(() => new LogBucket("logs", { writer: "network" }));
    const { arn } = plan.get("logs-bucket").outputs;
    const Principal = { Service: "delivery.logs.amazonaws.com" };
    const ArnLike = { "aws:SourceArn": "arn:aws:logs:eu-west-1:123456789012:*" };
    const account = { "aws:SourceAccount": "123456789012" };
    const [write, look, deny] = JSON.parse(String(plan.get("logs-policy").inputs.policy)).Statement;
    assert.deepEqual(write, {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: `${arn}/AWSLogs/123456789012/*`,
      Condition: { StringEquals: { ...account, "s3:x-amz-acl": "bucket-owner-full-control" }, ArnLike },
    });
    assert.deepEqual(look, {
      Sid: "LogDeliveryCheck",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: arn,
      Condition: { StringEquals: account, ArnLike },
    });
    assert.equal(deny.Sid, "TlsOnly");
  });

  it("lets the logs of this account's distributions and buckets in, as a site has both", async () => {
    const plan = await record(() => new LogBucket("logs", { writer: "distribution" }));
    const { arn } = plan.get("logs-bucket").outputs;
    const account = { "aws:SourceAccount": "123456789012" };
    const [delivery, access, deny] = JSON.parse(String(plan.get("logs-policy").inputs.policy)).Statement;
    assert.deepEqual(delivery, {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${arn}/AWSLogs/*`,
      Condition: {
        StringEquals: { ...account, "s3:x-amz-acl": "bucket-owner-full-control" },
        ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-1:123456789012:delivery-source:*" },
      },
    });
    assert.deepEqual(access, {
      Sid: "AccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${arn}/s3/*`,
      Condition: { StringEquals: account, ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } },
    });
    assert.equal(deny.Sid, "TlsOnly");
  });

  it("lets the access logs of this account's other buckets in, and no other logs", async () => {
    const plan = await record(() => new LogBucket("logs", { writer: "bucket" }));
    const [access, ...others] = JSON.parse(String(plan.get("logs-policy").inputs.policy)).Statement;
    assert.deepEqual(access, {
      Sid: "AccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${plan.get("logs-bucket").outputs.arn}/s3/*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" },
      },
    });
    assert.deepEqual(
      others.map(({ Sid }: { Sid: string }) => Sid),
      ["TlsOnly"],
    );
  });

  it("keeps logs for a year in prod, for a month in dev, where it may go with them", async () => {
    const prod = await record(() => new LogBucket("logs"), { environment: "prod" });
    const dev = await record(() => new LogBucket("logs"), { environment: "dev" });
    assert.deepEqual(prod.get("logs-lifecycle").inputs.rules, [expiry(365)]);
    assert.deepEqual(dev.get("logs-lifecycle").inputs.rules, [expiry(30)]);
    assert.equal(dev.get("logs-bucket").inputs.forceDestroy, true);
  });

  it("keeps logs as long as it is told, and goes with them only if told", async () => {
    const plan = await record(() => new LogBucket("logs", { retentionDays: 90, forceDestroy: false }), {
      environment: "dev",
    });
    assert.deepEqual(plan.get("logs-lifecycle").inputs.rules, [expiry(90)]);
    assert.equal(plan.get("logs-bucket").inputs.forceDestroy, false);
  });

  it("keeps versions, so that nobody overwrites a log unseen", async () => {
    const plan = await record(() => new LogBucket("logs"));
    const { inputs } = plan.get("logs-versioning");
    assert.deepEqual(inputs.versioningConfiguration, { status: "Enabled" });
    assert.equal(inputs.bucket, plan.get("logs-bucket").outputs.bucket);
    assert.ok(plan.get("logs-lifecycle").dependencies.includes(plan.get("logs-versioning").urn));
  });

  it("lets flow logs of VPCs of the account write, under both of their folders, with a key of yours", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1";
    const plan = await record(() => new LogBucket("logs", { writer: "flowLogs", kmsKeyArn }));
    const [write] = JSON.parse(String(plan.get("logs-policy").inputs.policy)).Statement;
    const arn = plan.get("logs-bucket").outputs.arn;
    assert.deepEqual(write.Principal, { Service: "delivery.logs.amazonaws.com" });
    assert.deepEqual(write.Resource, [`${arn}/AWSLogs/123456789012/*`, `${arn}/AWSLogs/aws-account-id=123456789012/*`]);
    assert.deepEqual(plan.get("logs-encryption").inputs.rules, [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
        bucketKeyEnabled: true,
      },
    ]);
  });

  it("refuses a key of yours for what cannot write with it", () =>
    assert.rejects(
      record(() => new LogBucket("logs", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" })),
      {
        message:
          'log bucket "logs": kmsKeyArn must be left out unless the writer is flowLogs, as no other can use a key, got "application"',
      },
    ));

  it("tells the bucket's name and nothing else", async () => {
    const plan = await record(() => new LogBucket("logs"));
    assert.deepEqual(plan.get("logs").outputs, { bucketName: plan.get("logs-bucket").outputs.bucket });
  });

  for (const retentionDays of [0, 1.5, -30]) {
    it(`refuses to keep logs for ${retentionDays} days`, () =>
      assert.rejects(
        record(() => new LogBucket("logs", { retentionDays })),
        {
          message: `log bucket "logs": retentionDays must be a whole number of days, 1 or more, got ${retentionDays}`,
        },
      ));
  }

  for (const name of ["my_logs", "-logs", "l".repeat(49)]) {
    it(`refuses the name ${name}, which a bucket cannot be called after`, () =>
      assert.rejects(
        record(() => new LogBucket(name)),
        {
          message: `log bucket "${name}": name must be at most 48 letters, digits and hyphens, as the bucket is called after it, got "${name}"`,
        },
      ));
  }
});

function expiry(days: number) {
  return {
    id: "expire",
    status: "Enabled",
    filter: { prefix: "" },
    expiration: { days },
    noncurrentVersionExpiration: { noncurrentDays: 7 },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
}
