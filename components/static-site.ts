import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import { type SiteAlarms, siteAlarms, siteTopicArn } from "./static-site/alarms";
import { type AnycastAddresses, hasIpv6 } from "./static-site/anycast";
import { apiInput, type SiteApi } from "./static-site/api";
import { letRead, siteBucket } from "./static-site/bucket";
import { type ClientCertificates, mutualTls } from "./static-site/client-certificates";
import type { SiteContent } from "./static-site/content";
import { accessControl, type DistributionParts, type PriceClass, siteDistribution } from "./static-site/distribution";
import {
  type RedirectTo,
  type SiteDomain,
  siteRecords,
  siteUrl,
  type TlsPolicy,
  viewerCertificate,
} from "./static-site/domains";
import { firewallArn, type SiteFirewall } from "./static-site/firewall";
import { siteGraphs } from "./static-site/graphs";
import { headersPolicy, type SiteHeaders } from "./static-site/headers";
import { deliverLogs, type SiteLogs, siteLogBucket } from "./static-site/logs";
import { readSite } from "./static-site/read-site";
import { errorResponses, publish } from "./static-site/release";
import { type Shown, type SiteStaging, stagingDistribution } from "./static-site/staging";
import { type ReleaseKey, type SitePaths, viewerFunction } from "./static-site/viewer-function";

export interface StaticSiteArgs {
  /** What is served: a folder of built files, uploaded by `up`. */
  readonly content: SiteContent;
  /**
   * The release that visitors get, by its 16 digits: an earlier one is a rollback, which takes seconds and uploads
   * nothing. Its files must still be in the bucket. @default that of the content
   */
  readonly liveRelease?: string;
  /** Releases that nobody goes back to any more: S3 takes their files away within two days, for good after 30 more. @default none */
  readonly retiredReleases?: readonly string[];
  /**
   * How a path without an extension is answered. `folders`: `/docs` leads to `/docs/`, which is `docs/index.html`.
   * `htmlFiles`: `/docs` is `docs.html`. `singlePage`: every such path is `index.html`, for an app that reads the path
   * itself. A path with an extension is a file or a 404. @default "folders"
   */
  readonly paths?: SitePaths;
  /** The names of the site, at most 100; the first is the main one. @default CloudFront's own name */
  readonly domains?: readonly SiteDomain[];
  /** Which of a name and the same with `www.` before it leads to the other. @default neither: both are the site */
  readonly redirectTo?: RedirectTo;
  /** The least that a browser must speak. CloudFront's own name takes TLS 1.0, whatever is said. @default "TLSv1.2_2025" */
  readonly tlsPolicy?: TlsPolicy;
  /** Where the edges are. @default PriceClass_100 in dev, PriceClass_All in prod */
  readonly priceClass?: PriceClass;
  /** The headers of each answer. */
  readonly headers?: SiteHeaders;
  /** A path behind which servers answer. @default none */
  readonly api?: SiteApi;
  /** The region near the bucket through which all edges ask it. @default none */
  readonly originShieldRegion?: string;
  /**
   * The web application firewall, from 9 USD a month. Files alone give it nothing to protect.
   * https://aws.amazon.com/waf/pricing/
   *
   * @default one with the defaults of WebAcl in prod where there is an API, else "none"
   */
  readonly waf?: SiteFirewall;
  /** Certificates that visitors must show. @default none */
  readonly clientCertificates?: ClientCertificates;
  /** Shows some visitors another release, before it is live for all. @default nobody */
  readonly staging?: SiteStaging;
  /** Addresses that stay the same. @default CloudFront's, which change */
  readonly anycast?: AnycastAddresses;
  /** The log of requests. */
  readonly logs?: SiteLogs;
  /** When somebody is told, and who. */
  readonly alarms?: OrNone<SiteAlarms>;
  /** Whether deleting the stack deletes all releases and logs as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
}

/**
 * A site of files: a private bucket, CloudFront before it, and a name.
 *
 * A release is a folder of the bucket that is called after its content, so the same content always has the same one.
 * `up` uploads all files of a new release beside those of the live one, and only then moves the pointer in a key-value
 * store that a function at each edge reads: within seconds, every visitor gets the new release, whole, and no cache
 * needs to be emptied, as every release has paths of its own there. The files of earlier releases stay in the bucket.
 * To go back, set `liveRelease` to one (the output `release` of its `up`), or deploy its content again; in an emergency,
 * `aws cloudfront-keyvaluestore put-key --key live` moves the pointer without `up`, until the next one.
 *
 * All releases share the files whose names change with their content, and these stay for good: a page that is open while
 * the release changes still finds what it was built with. They also share one page of 404s, that of the newest content.
 *
 * CloudFront compresses what it serves, with Brotli or gzip, where a file has 1,000 to 10,000,000 bytes.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 *
 * What answers 404 shows the site's `404.html`, if it has one; so does a 404 of its API.
 *
 * @example
 * import { StaticSite } from "./components/static-site";
 *
 * const site = new StaticSite("shop", {
 *   content: { folder: "./dist", immutableFolders: ["assets"] },
 *   paths: "singlePage",
 *   domains: [
 *     { name: "example.com", zoneId: "Z0123456789ABCDEFGHIJ" },
 *     { name: "www.example.com", zoneId: "Z0123456789ABCDEFGHIJ" },
 *   ],
 *   redirectTo: "apex",
 *   api: { origin: { type: "custom", domainName: "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com" } },
 * });
 */
export class StaticSite extends pulumi.ComponentResource implements Charted {
  /** Where the site is, without a slash at the end. */
  readonly url: pulumi.Output<string>;
  /** The release of the content, by which a later `liveRelease` names it. */
  readonly release: pulumi.Output<string>;
  /** The ARN of the key-value store, in which the key `live` names the live release. */
  readonly keyValueStoreArn: pulumi.Output<string>;
  /** The id of the distribution. */
  readonly distributionId: pulumi.Output<string>;
  /** The name of the bucket. */
  readonly bucketName: pulumi.Output<string>;
  /** The ARN of the topic, in us-east-1, that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when the folder cannot be served, or an argument is not one that AWS takes. */
  constructor(name: string, args: StaticSiteArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:StaticSite", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "static site", name);
    const site = readSite(check, name, args, environment());
    const { releases, domains, hosts, code, alarms, logs, staging, anycast, api } = site;

    const topicArn = alarms && siteTopicArn(name, alarms, this);
    const webAclId = firewallArn(name, site.waf, this);
    const { forceDestroy, originShieldRegion, priceClass, clientCertificates } = site;
    const logBucket = siteLogBucket(name, logs, forceDestroy, this);
    const kept = { forceDestroy, retired: releases.retired, logBucketName: logBucket.bucketName };
    const shelf = siteBucket(name, kept, this);
    const { bucket } = shelf;
    const store = new aws.cloudfront.KeyValueStore(
      `${name}-store`,
      { comment: `The live release of ${name}`, tags: { Name: name } },
      { parent: this },
    );
    publish(name, releases, bucket, store, this);
    const parts: DistributionParts = {
      bucket,
      control: accessControl(name, this),
      headers: headersPolicy(name, site.headers, this),
      api: apiInput(name, api, this),
      originShieldRegion,
      priceClass,
      // Neither certificates of clients nor staging go with HTTP/3.
      httpVersion: clientCertificates || staging ? "http2" : "http2and3",
      addresses: { isIpv6Enabled: hasIpv6(anycast), anycastIpListId: anycast?.ipListId },
      viewerMtlsConfig: mutualTls(name, clientCertificates, this),
      customErrorResponses: errorResponses(releases.own),
      webAclId,
    };
    const viewerOf = (role: string, key: ReleaseKey) => viewerFunction(role, code[key], store, this);
    const role = `${name}-staging`;
    const staged = staging && stagingDistribution(role, staging, parts, viewerOf(role, "staged"), this);
    const viewer = viewerOf(name, "live");
    const distribution = siteDistribution(
      name,
      parts,
      {
        viewerFunction: viewer,
        aliases: domains.length > 0 ? domains.map((domain) => domain.name) : undefined,
        viewerCertificate: viewerCertificate(name, domains, site.tlsPolicy, topicArn, this),
        continuousDeploymentPolicyId: staged?.policyId,
      },
      this,
    );
    const shown: Shown[] = [{ name, distribution, viewer }, ...(staged ? [staged] : [])];
    letRead(name, shelf, shown, this);
    for (const each of shown) deliverLogs(each, logs, logBucket, this);
    const alarmArns = shown.flatMap((each) => (alarms ? siteAlarms(each, alarms, topicArn, this).arns : []));
    const records = siteRecords(name, domains, hasIpv6(anycast), distribution, this);

    this.section = { title: name, alarmArns, graphs: shown.flatMap(siteGraphs) };
    this.url = siteUrl(domains, hosts, distribution, records);
    this.release = pulumi.output(releases.own.id);
    this.keyValueStoreArn = store.arn;
    this.distributionId = distribution.id;
    this.bucketName = bucket.bucket;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      url: this.url,
      release: this.release,
      keyValueStoreArn: this.keyValueStoreArn,
      distributionId: this.distributionId,
      bucketName: this.bucketName,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}
