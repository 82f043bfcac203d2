import assert from "node:assert/strict";
import { TrustStore, type TrustStoreArgs } from "../../components/trust-store";
import { record } from "../../planner/record";
import { authority, client, revocationList } from "./trust-store/certificates";

const make = (args: Partial<TrustStoreArgs> = {}, name = "partners", environment: "dev" | "prod" = "prod") =>
  record(() => new TrustStore(name, { certificates: authority, ...args }), { environment });

describe("TrustStore", () => {
  it("puts the authorities into a private bucket, and takes the version that it put there", async () => {
    const plan = await make();
    const { bucket } = plan.get("partners-bucket").outputs;
    assert.deepEqual(plan.get("partners-certificates").inputs, {
      bucket,
      key: "certificates.pem",
      content: authority,
      contentType: "application/x-pem-file",
      tags: { Name: "partners-certificates" },
    });
    const { key, versionId } = plan.get("partners-certificates").outputs;
    assert.equal(key, "certificates.pem");
    assert.deepEqual(plan.get("partners-store").inputs, {
      caCertificatesBundleS3Bucket: bucket,
      caCertificatesBundleS3Key: "certificates.pem",
      caCertificatesBundleS3ObjectVersion: versionId,
      tags: { Name: "partners" },
    });
  });

  it("has a bucket that nobody else can read, and that forgets what was replaced", async () => {
    const plan = await make();
    const { arn, bucket } = plan.get("partners-bucket").outputs;
    assert.deepEqual(plan.get("partners-bucket").inputs, { forceDestroy: false, tags: { Name: "partners" } });
    assert.deepEqual(plan.get("partners-public-access").inputs, {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(plan.get("partners-versioning").inputs.versioningConfiguration, { status: "Enabled" });
    assert.deepEqual(plan.get("partners-lifecycle").inputs.rules, [
      {
        id: "former-versions",
        status: "Enabled",
        filter: { prefix: "" },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
    assert.deepEqual(JSON.parse(String(plan.get("partners-policy").inputs.policy)).Statement, [
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

  it("has in dev a bucket that goes with all that is in it", async () => {
    const plan = await make({}, "partners", "dev");
    assert.equal(plan.get("partners-bucket").inputs.forceDestroy, true);
  });

  it("takes authorities that are in S3 already, and needs no bucket for them", async () => {
    const plan = await make({ certificates: { bucket: "ours", key: "ca.pem", version: "v1" } });
    assert.deepEqual(plan.get("partners-store").inputs, {
      caCertificatesBundleS3Bucket: "ours",
      caCertificatesBundleS3Key: "ca.pem",
      caCertificatesBundleS3ObjectVersion: "v1",
      tags: { Name: "partners" },
    });
    assert.deepEqual(plan.names("aws:s3/bucket:Bucket"), []);
  });

  it("knows what is revoked, by a text or by an object", async () => {
    const plan = await make({ revocationLists: { mine: revocationList, theirs: { bucket: "b", key: "k" } } });
    const trustStoreArn = plan.get("partners-store").outputs.arn;
    assert.equal(plan.get("partners-revoked-mine").inputs.content, revocationList);
    assert.deepEqual(plan.get("partners-revocation-mine").inputs, {
      trustStoreArn,
      revocationsS3Bucket: plan.get("partners-bucket").outputs.bucket,
      revocationsS3Key: "revoked-mine.pem",
      revocationsS3ObjectVersion: plan.get("partners-revoked-mine").outputs.versionId,
    });
    assert.deepEqual(plan.get("partners-revocation-theirs").inputs, {
      trustStoreArn,
      revocationsS3Bucket: "b",
      revocationsS3Key: "k",
    });
  });

  it("tells its ARN and nothing else", async () => {
    const plan = await make();
    const { arn } = plan.get("partners-store").outputs;
    assert.match(String(arn), /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore\/partners-store-/);
    assert.deepEqual(plan.get("partners").outputs, { trustStoreArn: arn });
  });

  const broken = authority.replace(/\n.{10}/, "\nAAAAAAAAAA");
  const huge = authority.replace("\n", `\n${"A".repeat(16384)}\n`);
  const key = `-----BEGIN ${"PRIVATE"} KEY-----\n`;
  const refused: [string, Partial<TrustStoreArgs>][] = [
    ['certificates must hold at least one certificate in PEM form, got "a text without"', { certificates: "none" }],
    ['certificates must be the text of the PEM file, not its path, got "./ca.pem"', { certificates: "./ca.pem" }],
    ['certificates must hold no private key, got "one"', { certificates: authority + key }],
    ['certificates must hold certificates that can be read, got "certificate 2"', { certificates: authority + broken }],
    ['certificates must hold certificates of at most 16 KiB, got "certificate 1"', { certificates: huge }],
    [
      'certificates must hold certificates of authorities, which may issue others, got "CN=client"',
      { certificates: authority + client },
    ],
    [
      'revocationLists.mine must hold a revocation list in PEM form, got "a text without"',
      { revocationLists: { mine: authority } },
    ],
    ['revocationLists.mine must hold no private key, got "one"', { revocationLists: { mine: revocationList + key } }],
    [
      'revocationLists must have names of letters, digits, - and _, got "my list"',
      { revocationLists: { "my list": revocationList } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `trust store "partners": ${sentence}` }));
  }

  for (const name of ["my_store", "-store", "s".repeat(19)]) {
    it(`refuses the name ${name}, after which no store can be called`, () =>
      assert.rejects(make({}, name), {
        message: `trust store "${name}": name must be at most 18 letters, digits and hyphens, as the store is called after it, got "${name}"`,
      }));
  }
});
