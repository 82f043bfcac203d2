import assert from "node:assert/strict";
import { StaticSite, type StaticSiteArgs } from "../../components/static-site";
import { record } from "../../planner/record";
import { folderWith } from "../planner/folder";
import { edge } from "./static-site/edge";
import { domains, made, pages } from "./static-site/made";

const cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";

describe("StaticSite", () => {
  it("keeps its files in a private bucket, encrypted, owned as a whole, with former versions for a month", async () => {
    const plan = await made();
    const { bucket } = plan.get("shop-bucket").outputs;
    assert.deepEqual(plan.get("shop-bucket").inputs, { forceDestroy: false, tags: { Name: "shop" } });
    assert.deepEqual(plan.get("shop-public-access").inputs, {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(plan.get("shop-ownership").inputs, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    assert.deepEqual(plan.get("shop-encryption").inputs, {
      bucket,
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    assert.deepEqual(plan.get("shop-versioning").inputs, { bucket, versioningConfiguration: { status: "Enabled" } });
    assert.deepEqual(plan.get("shop-lifecycle").inputs, {
      bucket,
      rules: [
        {
          id: "former-versions",
          status: "Enabled",
          filter: { prefix: "" },
          expiration: { expiredObjectDeleteMarker: true },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
      ],
    });
    assert.deepEqual(plan.get("shop-access-log").inputs, {
      bucket,
      targetBucket: plan.get("shop-logs-bucket").outputs.bucket,
      targetPrefix: "s3/",
    });
  });

  it("lets its distribution alone read, only over TLS, and have a 404 of what is not there", async () => {
    const plan = await made();
    const { arn, bucket } = plan.get("shop-bucket").outputs;
    const { inputs, dependencies } = plan.get("shop-policy");
    const Principal = { Service: "cloudfront.amazonaws.com" };
    const Condition = { StringEquals: { "AWS:SourceArn": [plan.get("shop-distribution").outputs.arn] } };
    assert.equal(inputs.bucket, bucket);
    assert.deepEqual(JSON.parse(String(inputs.policy)), {
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Principal, Action: "s3:GetObject", Resource: `${arn}/*`, Condition },
        { Sid: "List", Effect: "Allow", Principal, Action: "s3:ListBucket", Resource: arn, Condition },
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
    assert.ok(dependencies.includes(plan.get("shop-public-access").urn));
    assert.deepEqual(plan.get("shop-access").inputs, {
      description: "shop reads its bucket",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
  });

  it("is served by CloudFront over HTTP/3 and IPv6, compressed, from everywhere in prod", async () => {
    const plan = await made();
    const files = {
      targetOriginId: "site",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      viewerProtocolPolicy: "redirect-to-https",
      cachePolicyId: cachingOptimized,
      responseHeadersPolicyId: plan.get("shop-headers").id,
    };
    assert.deepEqual(plan.get("shop-distribution").inputs, {
      enabled: true,
      comment: "shop",
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: "PriceClass_All",
      defaultRootObject: "index.html",
      origins: [
        {
          originId: "site",
          domainName: plan.get("shop-bucket").outputs.bucketRegionalDomainName,
          originAccessControlId: plan.get("shop-access").id,
        },
      ],
      defaultCacheBehavior: {
        ...files,
        functionAssociations: [{ eventType: "viewer-request", functionArn: plan.get("shop-viewer").outputs.arn }],
      },
      orderedCacheBehaviors: [{ ...files, pathPattern: "/_error/*" }],
      customErrorResponses: [
        { errorCode: 404, responseCode: 404, responsePagePath: "/_error/404.html", errorCachingMinTtl: 10 },
      ],
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: { cloudfrontDefaultCertificate: true },
      tags: { Name: "shop" },
    });
  });

  it("runs its function with its settings and its store, which the release of the content is live in", async () => {
    const plan = await made({ domains, redirectTo: "www", paths: "singlePage" });
    const { code, ...inputs } = plan.get("shop-viewer").inputs;
    assert.deepEqual(inputs, {
      runtime: "cloudfront-js-2.0",
      comment: "Leads requests to a release of shop",
      keyValueStoreAssociations: [plan.get("shop-store").outputs.arn],
      publish: true,
      tags: { Name: "shop" },
    });
    const { key, value } = plan.get("shop-live").inputs;
    const visit = edge(String(code), { [String(key)]: String(value) });
    const { release } = plan.get("shop").outputs;
    assert.equal((await visit({ uri: "/orders", host: "www.example.com" })).uri, `/releases/${release}/index.html`);
    assert.deepEqual((await visit({ uri: "/orders", host: "example.com" })).headers?.location, {
      value: "https://www.example.com/orders",
    });
  });

  it("costs little in dev: edges in North America and Europe, and all of it goes with the stack", async () => {
    const plan = await made({}, pages, "dev");
    assert.equal(plan.get("shop-distribution").inputs.priceClass, "PriceClass_100");
    assert.equal(plan.get("shop-bucket").inputs.forceDestroy, true);
    assert.equal(plan.get("shop-logs-bucket").inputs.forceDestroy, true);
  });

  it("keeps what is told to stay or go, wherever it runs", async () => {
    const plan = await made({ forceDestroy: true, priceClass: "PriceClass_200" });
    assert.equal(plan.get("shop-bucket").inputs.forceDestroy, true);
    assert.equal(plan.get("shop-logs-bucket").inputs.forceDestroy, true);
    assert.equal(plan.get("shop-distribution").inputs.priceClass, "PriceClass_200");
  });

  it("asks its bucket through one region if told", async () => {
    const plan = await made({ originShieldRegion: "eu-central-1" });
    const [origin] = Object(plan.get("shop-distribution").inputs.origins);
    assert.deepEqual(origin.originShield, { enabled: true, originShieldRegion: "eu-central-1" });
  });

  it("wants certificates of its visitors if told, and then speaks HTTP/2", async () => {
    const authorities = { bucket: "trust", key: "ca.pem", region: "eu-west-1" };
    const plan = await made({ clientCertificates: { authorities } });
    assert.deepEqual(plan.get("shop-trust").inputs, {
      caCertificatesBundleSource: { caCertificatesBundleS3Location: authorities },
      tags: { Name: "shop" },
    });
    const { viewerMtlsConfig, httpVersion } = plan.get("shop-distribution").inputs;
    const trustStoreConfig = { trustStoreId: plan.get("shop-trust").id };
    assert.deepEqual([viewerMtlsConfig, httpVersion], [{ mode: "required", trustStoreConfig }, "http2"]);
    const lax = await made({ clientCertificates: { mode: "optional", authorities } });
    assert.equal(Object(lax.get("shop-distribution").inputs.viewerMtlsConfig).mode, "optional");
  });

  it("publishes where it is and what it is made of", async () => {
    const plan = await made({ domains });
    assert.deepEqual(plan.get("shop").outputs, {
      url: "https://example.com",
      release: plan.get("shop-live").inputs.value,
      keyValueStoreArn: plan.get("shop-store").outputs.arn,
      distributionId: plan.get("shop-distribution").id,
      bucketName: plan.get("shop-bucket").outputs.bucket,
      alarmTopicArn: plan.get("shop-alarms-topic").outputs.arn,
    });
  });

  describe("refuses in one sentence, before anything is made,", () => {
    const region = 'must be a region such as "eu-central-1"';
    const refused: [string, Partial<StaticSiteArgs>][] = [
      ['content.folder must be a folder, got "./nowhere"', { content: { folder: "./nowhere" } }],
      [`originShieldRegion ${region}, got "Frankfurt"`, { originShieldRegion: "Frankfurt" }],
      [
        `clientCertificates.authorities.region ${region}, got ""`,
        { clientCertificates: { authorities: { bucket: "b", key: "k", region: "" } } },
      ],
    ];
    for (const [sentence, args] of refused) {
      it(sentence, () => assert.rejects(made(args), { message: `static site "shop": ${sentence}` }));
    }

    it("a name that is none for a bucket", async () => {
      const content = { folder: folderWith(pages) };
      const rule = "name must be at most 32 letters, digits and hyphens, as its buckets and logs are called after it";
      for (const name of ["a".repeat(33), "my_site", "-site"]) {
        const message = `static site "${name}": ${rule}, got "${name}"`;
        await assert.rejects(
          record(() => new StaticSite(name, { content })),
          { message },
        );
      }
    });
  });
});
