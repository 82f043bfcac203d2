import { z } from "zod";
import { StaticSite } from "../components/static-site";
import type { SiteFirewall } from "../components/static-site/firewall";
import { architecture } from "./architecture";
import { alarmMap, orNone } from "./settings/alarms";
import { dashboardOf } from "./settings/dashboard";
import { muteAlarms } from "./settings/deploy-windows";
import { domain } from "./settings/domain";
import { operations } from "./settings/operations";
import { waf } from "./settings/web-acl";

const count = z.number();
const text = z.string();

const apiOrigin = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("vpc"), resourceArn: text, domainName: text, httpsPort: count.optional() }),
  z.strictObject({ type: z.literal("custom"), domainName: text, httpsPort: count.optional() }),
]);

const api = z.strictObject({
  path: text.optional(),
  origin: apiOrigin,
  failover: apiOrigin.optional(),
  originShieldRegion: text.optional(),
  grpc: z.boolean().optional(),
});

const headers = z.strictObject({
  contentSecurityPolicy: text.optional(),
  strictTransportSecurity: z
    .strictObject({
      maxAgeSeconds: count.optional(),
      includeSubdomains: z.boolean().optional(),
      preload: z.boolean().optional(),
    })
    .optional(),
  frameOption: z.enum(["DENY", "SAMEORIGIN"]).optional(),
  referrerPolicy: z
    .enum([
      ...(["no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin"] as const),
      ...(["same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url"] as const),
    ])
    .optional(),
  permissionsPolicy: text.optional(),
  custom: z.record(text, text).optional(),
});

const traffic = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("weight"),
    percent: count,
    stickiness: z.strictObject({ idleSeconds: count.optional(), maximumSeconds: count.optional() }).optional(),
  }),
  z.strictObject({ type: z.literal("header"), name: text, value: text }),
]);

const settings = z.strictObject({
  /** What the names of all resources begin with; a change of it replaces them. @default static-site */
  name: z.string().default("static-site"),
  /** The folder of the built site. @default the small one beside this file */
  content: z
    .strictObject({ folder: text, immutableFolders: z.array(text).optional() })
    .default({ folder: "./architectures/static-site/site" }),
  liveRelease: text.optional(),
  retiredReleases: z.array(text).optional(),
  paths: z.enum(["folders", "htmlFiles", "singlePage"]).optional(),
  /** The names under which people reach it, and the hosted zones that hold them. @default CloudFront's own name */
  domains: z.array(domain).optional(),
  redirectTo: z.enum(["apex", "www"]).optional(),
  tlsPolicy: z.enum(["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"]).optional(),
  priceClass: z.enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"]).optional(),
  headers: headers.optional(),
  api: api.optional(),
  originShieldRegion: text.optional(),
  waf: waf.optional(),
  staging: z.strictObject({ release: text.optional(), traffic }).optional(),
  anycast: z.strictObject({ ipListId: text, ipAddressType: z.enum(["ipv4", "dualstack"]).optional() }).optional(),
  clientCertificates: z
    .strictObject({
      mode: z.enum(["required", "optional"]).optional(),
      authorities: z.strictObject({ bucket: text, key: text, region: text, version: text.optional() }),
    })
    .optional(),
  logs: z
    .strictObject({ retentionDays: count.optional(), format: z.enum(["parquet", "json", "w3c"]).optional() })
    .optional(),
  alarms: orNone(alarmMap.omit({ latencySeconds: true })).optional(),
  ...operations,
  forceDestroy: z.boolean().optional(),
});

export const staticSite = architecture({
  description: "Route 53 → CloudFront → private S3",
  settings,
  create({ name, waf, dashboard, deployWindows, ...settings }) {
    const site = new StaticSite(name, {
      ...settings,
      // The types keep groups and their rules together; settings are read as data, and the component checks them.
      waf: waf as SiteFirewall | undefined,
    });
    const { url, release, keyValueStoreArn, distributionId, bucketName, alarmTopicArn } = site;
    const outputs = { url, release, keyValueStoreArn, distributionId, bucketName, alarmTopicArn };
    // Where CloudFront's alarms are.
    muteAlarms(name, deployWindows, [site], "us-east-1");
    return { ...outputs, ...dashboardOf(name, dashboard, [site]) };
  },
});
