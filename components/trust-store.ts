import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { LogBucket } from "./log-bucket";
import { bucketPolicy, privateBucket } from "./private-bucket";
import { checkAuthorities, checkRevocationList } from "./trust-store/pem";

/** Arguments of {@link TrustStore}. */
export interface TrustStoreArgs {
  /** The certificates of the authorities (CA), one after the other in PEM form: the text, or an object of S3. */
  readonly certificates: string | StoredPem;
  /** Lists of certificates that are revoked, each in PEM form and by a name of yours. @default none */
  readonly revocationLists?: Readonly<Record<string, string | StoredPem>>;
}

/** An object of S3, in a bucket of the load balancer's region. */
export interface StoredPem {
  readonly bucket: pulumi.Input<string>;
  readonly key: pulumi.Input<string>;
  /** The version of the object: without one, `up` does not see that it is another. @default the latest */
  readonly version?: pulumi.Input<string>;
}

/**
 * The authorities whose certificates a load balancer takes from its clients (mutual TLS), and what they have revoked.
 *
 * @example
 * import { readFileSync } from "node:fs";
 * import { TrustStore } from "./components/trust-store";
 *
 * const partners = new TrustStore("partners", { certificates: readFileSync("./partners-ca.pem", "utf8") });
 * const tls = {
 *   certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
 *   mutual: { mode: "verify", trustStoreArn: partners.trustStoreArn },
 * };
 */
export class TrustStore extends pulumi.ComponentResource {
  /** The ARN, by which a listener takes it. */
  readonly trustStoreArn: pulumi.Output<string>;

  /** @throws when a text holds something else, above all a private key, or the name is too long. */
  constructor(name: string, args: TrustStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:TrustStore", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "trust store", name);
    const { certificates, revocationLists = {} } = args;
    // AWS takes 32 characters, of which Pulumi's own are eight and `-store` six.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html
    const isName = /^[A-Za-z0-9][A-Za-z0-9-]{0,17}$/.test(name);
    check(isName, "name", "must be at most 18 letters, digits and hyphens, as the store is called after it", name);
    if (typeof certificates === "string") checkAuthorities(check, "certificates", certificates);
    for (const [key, list] of Object.entries(revocationLists)) {
      check(/^[\w-]{1,64}$/.test(key), "revocationLists", "must have names of letters, digits, - and _", key);
      if (typeof list === "string") checkRevocationList(check, `revocationLists.${key}`, list);
    }

    const texts = [certificates, ...Object.values(revocationLists)].filter((pem) => typeof pem === "string");
    const bucket = texts.length > 0 ? textBucket(name, this) : undefined;
    const stored = (role: string, pem: string | StoredPem) => storedPem(`${name}-${role}`, role, pem, bucket, this);
    const bundle = stored("certificates", certificates);
    const store = new aws.lb.TrustStore(
      `${name}-store`,
      {
        caCertificatesBundleS3Bucket: bundle.bucket,
        caCertificatesBundleS3Key: bundle.key,
        caCertificatesBundleS3ObjectVersion: bundle.version,
        tags: { Name: name },
      },
      { parent: this },
    );
    for (const [key, list] of Object.entries(revocationLists)) {
      const object = stored(`revoked-${key}`, list);
      new aws.lb.TrustStoreRevocation(
        `${name}-revocation-${key}`,
        {
          trustStoreArn: store.arn,
          revocationsS3Bucket: object.bucket,
          revocationsS3Key: object.key,
          revocationsS3ObjectVersion: object.version,
        },
        { parent: this },
      );
    }

    this.trustStoreArn = store.arn;
    this.registerOutputs({ trustStoreArn: this.trustStoreArn });
  }
}

/** A bucket for texts. What is replaced in it can be fetched for a month. */
function textBucket(name: string, parent: pulumi.Resource): pulumi.Output<string> {
  const logs = new LogBucket(`${name}-logs`, { writer: "bucket" }, { parent });
  const formerVersions = {
    id: "former-versions",
    status: "Enabled",
    filter: { prefix: "" },
    noncurrentVersionExpiration: { noncurrentDays: 30 },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  const made = privateBucket(name, { lifecycleRules: [formerVersions], accessLogBucket: logs.bucketName }, parent);
  bucketPolicy(name, made, [], parent);
  return made.bucket.bucket;
}

/** Where AWS finds a text: the object that is there, or one that is made of it, whose version changes with it. */
function storedPem(
  name: string,
  role: string,
  pem: string | StoredPem,
  bucket: pulumi.Output<string> | undefined,
  parent: pulumi.Resource,
): StoredPem {
  if (typeof pem !== "string") return pem;
  if (bucket === undefined) throw new pulumi.ResourceError("there is no bucket for a text", parent);
  const object = new aws.s3.BucketObjectv2(
    name,
    { bucket, key: `${role}.pem`, content: pem, contentType: "application/x-pem-file", tags: { Name: name } },
    { parent },
  );
  return { bucket, key: object.key, version: object.versionId };
}
