import type { ArgumentCheck } from "../argument-checks";
import type { Environment } from "../environment";
import type { StaticSiteArgs } from "../static-site";
import type { AlarmSettings } from "../web-tier/alarms";
import { readSiteAlarms } from "./alarms";
import { checkAnycast } from "./anycast";
import { checkApi } from "./api";
import { checkClientCertificates } from "./client-certificates";
import { readContent } from "./content";
import type { PriceClass } from "./distribution";
import { readHosts, type SiteDomain, type TlsPolicy } from "./domains";
import { checkFirewall, type SiteFirewall } from "./firewall";
import { checkHeaders, type SiteHeaders } from "./headers";
import { checkLogs, type SiteLogs } from "./logs";
import { checkShield } from "./origin-shield";
import { checkReleases, type Releases } from "./release";
import { checkStaging } from "./staging";
import { type HostRedirect, type ReleaseKey, viewerCode } from "./viewer-function";

type Optional = "api" | "originShieldRegion" | "clientCertificates" | "staging" | "anycast";

/** The arguments of a site with their defaults, checked, and what was read of its folder. */
export interface SiteSettings extends Pick<StaticSiteArgs, Optional> {
  readonly releases: Releases;
  readonly domains: readonly SiteDomain[];
  readonly hosts: readonly HostRedirect[];
  /** The code of the function at the edge, for each release that it shows. */
  readonly code: Readonly<Record<ReleaseKey, string>>;
  readonly tlsPolicy: TlsPolicy;
  readonly priceClass: PriceClass;
  readonly headers: SiteHeaders;
  readonly waf: SiteFirewall;
  readonly logs: SiteLogs;
  readonly alarms: AlarmSettings | undefined;
  readonly forceDestroy: boolean;
}

export function readSite(
  check: ArgumentCheck,
  name: string,
  args: StaticSiteArgs,
  environment: Environment,
): SiteSettings {
  const isDev = environment === "dev";
  const { paths = "folders", domains = [], tlsPolicy = "TLSv1.2_2025", headers = {}, logs = {} } = args;
  const { api, originShieldRegion, clientCertificates, staging, anycast } = args;
  // A web ACL costs by the month: files alone give it nothing to protect.
  const { waf = api && !isDev ? {} : "none", forceDestroy = isDev } = args;
  const { priceClass = isDev && !anycast ? "PriceClass_100" : "PriceClass_All" } = args;
  // The source of a log has 60 characters: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeliverySource.html
  const isName = /^[a-z0-9][a-z0-9-]{0,31}$/i.test(name);
  check(
    isName,
    "name",
    "must be at most 32 letters, digits and hyphens, as its buckets and logs are called after it",
    name,
  );
  const own = readContent(check, args.content);
  const { liveRelease: live = own.id, retiredReleases: retired = [] } = args;
  const releases = { own, live, staged: staging && (staging.release ?? own.id), retired };
  checkReleases(check, releases);
  const hosts = readHosts(check, domains, args.redirectTo);
  const { immutableFolders = [] } = args.content;
  const codeFor = (key: ReleaseKey) => viewerCode(check, { key, paths, immutableFolders, hosts });
  const code = { live: codeFor("live"), staged: codeFor("staged") };
  checkHeaders(check, headers);
  if (api) checkApi(check, api, own.files);
  checkShield(check, "originShieldRegion", originShieldRegion);
  checkFirewall(check, waf);
  if (clientCertificates) checkClientCertificates(check, clientCertificates);
  if (staging) checkStaging(check, staging);
  checkAnycast(check, anycast, priceClass);
  checkLogs(check, logs);
  const alarms = readSiteAlarms(check, args.alarms);
  return {
    ...{ releases, domains, hosts, code, tlsPolicy, priceClass, headers, waf, logs, alarms, forceDestroy },
    ...{ api, originShieldRegion, clientCertificates, staging, anycast },
  };
}
