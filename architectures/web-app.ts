import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { WebTier } from "../components/web-tier";
import { architecture } from "./architecture";
import { acceleratedSources, accelerator, acceleratorOf } from "./settings/accelerator";
import { alarms } from "./settings/alarms";
import { balancing } from "./settings/balancing";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { group } from "./settings/group";
import { instances } from "./settings/instances";
import { mutualTls, mutualTlsNeedsDomain, mutualTlsOf } from "./settings/mutual-tls";
import { network } from "./settings/network";
import { routes } from "./settings/routes";
import { waf, webAclArnOf } from "./settings/web-acl";

/** What a web app can be told beside its name: by its own settings, and by those of architectures that are one. */
export const webAppShape = {
  /** The name under which people reach it, and the hosted zone that holds it. */
  domain: domain.optional(),
  tls: tls.optional(),
  mutualTls: mutualTls.optional(),
  waf: waf.optional(),
  network: network.optional(),
  ...balancing,
  routes: routes.optional(),
  ...instances,
  ...group,
  alarms: alarms.optional(),
};

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default web-app */
    name: z.string().default("web-app"),
    /** Two addresses that never change, and Amazon's own network from the place nearest to each client. @default false */
    accelerator: accelerator.optional(),
    ...webAppShape,
  })
  .superRefine(domainOrPlainHttp("web-app"))
  .superRefine(mutualTlsNeedsDomain);

/** A web server to begin with: it answers `/` and the health check. */
const firstPage = readFileSync(join(__dirname, "web-app", "user-data.sh"), "utf8");

export const webApp = architecture({
  description: "Route 53 → WAF → ALB → auto-scaled EC2 over two or more zones",
  settings,
  create({ name, domain, network: networkSettings, tls: _, mutualTls, waf, accelerator, ...rest }) {
    const { userData = firstPage, ...tier } = rest;
    const network = new Network(`${name}-net`, networkSettings);
    const certificate = domain && new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId });
    const ipAddressType = networkSettings?.ipv6 ? "dualstack" : "ipv4";
    const web = new WebTier(name, {
      network,
      tls: certificate ? { certificateArn: certificate.certificateArn, mutual: mutualTlsOf(name, mutualTls) } : "none",
      webAclArn: webAclArnOf(name, waf, accelerator ? "internet" : tier.exposure),
      ipAddressType,
      userData,
      ...(accelerator && { sources: acceleratedSources }),
      ...tier,
    });
    const ports = certificate ? [443, 80] : [80];
    const front = acceleratorOf(name, accelerator, { loadBalancerArn: web.loadBalancerArn, ports, ipAddressType });
    const entrance = front ?? web;
    if (domain) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: entrance });
    }
    return {
      url: domain ? `https://${domain.name}` : entrance.dnsName.apply((host) => `http://${host}`),
      ...(front && { addresses: front.addresses }),
      loadBalancerDnsName: web.dnsName,
      vpcId: network.vpcId,
      groupName: web.groupName,
      alarmTopicArn: web.alarmTopicArn,
    };
  },
});
