import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { Certificate } from "../certificate";
import { DnsRecord } from "../dns-record";
import { isDomainName } from "../dns-record/domain-name";
import { checkZoneId } from "../hosted-zone/zone-id";
import type { HostRedirect } from "./viewer-function";

/** A name of a site. */
export interface SiteDomain {
  /** e.g. `www.example.com`; the first one at most 64 characters. */
  readonly name: string;
  /** The id of the public Route 53 hosted zone that holds it. */
  readonly zoneId: pulumi.Input<string>;
}

/** Which of `example.com` and `www.example.com` is the site; the other leads to it. */
export type RedirectTo = "apex" | "www";

/** The least that a visitor's browser must speak. */
export type TlsPolicy = "TLSv1.2_2021" | "TLSv1.2_2025" | "TLSv1.3_2025";

/**
 * The hosts that lead to another one.
 *
 * @throws when a name is none or is said twice, or there is nothing to redirect
 */
export function readHosts(
  check: ArgumentCheck,
  domains: readonly SiteDomain[],
  redirectTo: RedirectTo | undefined,
): HostRedirect[] {
  const names = domains.map(({ name }) => name);
  names.forEach((name, index) => {
    const isName = isDomainName(name) && !name.endsWith(".") && name.length <= (index === 0 ? 64 : 253);
    const form = index === 0 ? "a domain name in lower case of at most 64 characters" : "domain names in lower case";
    check(isName, "domains", `must be ${form}`, name);
    check(names.indexOf(name) === index, "domains", "must not repeat a name", name);
  });
  for (const { zoneId } of domains) checkZoneId(check, "domains.zoneId", zoneId);
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
  check(names.length <= 100, "domains", "must be at most 100 names", names.length);
  if (redirectTo === undefined) return [];
  const apexes = names.filter((name) => names.includes(`www.${name}`));
  const needed = "must go with domains that hold both a name and the same with www. before it";
  check(apexes.length > 0, "redirectTo", needed, redirectTo);
  switch (redirectTo) {
    case "apex":
      return apexes.map((name) => ({ from: `www.${name}`, to: name }));
    case "www":
      return apexes.map((name) => ({ from: name, to: `www.${name}` }));
  }
}

/**
 * The certificate of all names, in the one region from which CloudFront takes it.
 *
 * @param topicArn who is told before it ends; nobody without alarms
 */
export function viewerCertificate(
  name: string,
  domains: readonly SiteDomain[],
  tlsPolicy: TlsPolicy,
  topicArn: pulumi.Input<string> | undefined,
  parent: pulumi.Resource,
): aws.types.input.cloudfront.DistributionViewerCertificate {
  const [main, ...others] = domains;
  if (main === undefined) return { cloudfrontDefaultCertificate: true };
  const { certificateArn } = new Certificate(
    `${name}-cert`,
    {
      domainName: main.name,
      subjectAlternativeNames: others.map((other) => other.name),
      zoneId: main.zoneId,
      zoneIds: Object.fromEntries(others.map((other) => [other.name, other.zoneId])),
      region: "us-east-1",
      alarms: topicArn === undefined ? "none" : { notify: { topicArn } },
    },
    { parent },
  );
  return { acmCertificateArn: certificateArn, minimumProtocolVersion: tlsPolicy, sslSupportMethod: "sni-only" };
}

/** Leads the names to a distribution, also those who ask for HTTP/3 or IPv6 first. */
export function siteRecords(
  name: string,
  domains: readonly SiteDomain[],
  isIpv6: boolean,
  distribution: aws.cloudfront.Distribution,
  parent: pulumi.Resource,
): DnsRecord[] {
  return domains.map(
    (domain) =>
      new DnsRecord(
        `${name}-dns-${domain.name}`,
        {
          zoneId: domain.zoneId,
          domainName: domain.name,
          target: {
            dnsName: distribution.domainName,
            zoneId: distribution.hostedZoneId,
            recordTypes: isIpv6 ? ["A", "AAAA", "HTTPS"] : ["A", "HTTPS"],
            evaluateTargetHealth: false,
          },
        },
        { parent },
      ),
  );
}

/** Where the site is: at its first name, or where that leads; without one, at CloudFront's own. */
export function siteUrl(
  domains: readonly SiteDomain[],
  hosts: readonly HostRedirect[],
  distribution: aws.cloudfront.Distribution,
  records: readonly DnsRecord[],
): pulumi.Output<string> {
  const [main] = domains;
  if (main === undefined) return pulumi.interpolate`https://${distribution.domainName}`;
  const host = hosts.find(({ from }) => from === main.name)?.to ?? main.name;
  return pulumi.all(records.map(({ domainName }) => domainName)).apply(() => `https://${host}`);
}
