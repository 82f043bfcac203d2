import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { WebTier } from "../components/web-tier";
import { architecture } from "./architecture";
import { alarms } from "./settings/alarms";
import { balancing } from "./settings/balancing";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { group } from "./settings/group";
import { instances } from "./settings/instances";
import { network } from "./settings/network";

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default web-app */
    name: z.string().default("web-app"),
    /** The name under which people reach it, and the hosted zone that holds it. */
    domain: domain.optional(),
    tls: tls.optional(),
    network: network.optional(),
    ...balancing,
    ...instances,
    ...group,
    alarms: alarms.optional(),
  })
  .superRefine(domainOrPlainHttp("web-app"));

/** A web server to begin with: it answers `/` and the health check. */
const firstPage = readFileSync(join(__dirname, "web-app", "user-data.sh"), "utf8");

export const webApp = architecture({
  description: "Route 53 → ALB → auto-scaled EC2 over two or more zones",
  settings,
  create({ name, domain, network: networkSettings, tls: _, userData = firstPage, ...tier }) {
    const network = new Network(`${name}-net`, networkSettings);
    const certificate = domain && new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId });
    const web = new WebTier(name, {
      network,
      tls: certificate ? { certificateArn: certificate.certificateArn } : "none",
      ipAddressType: networkSettings?.ipv6 ? "dualstack" : "ipv4",
      userData,
      ...tier,
    });
    if (domain) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: web });
    }
    return {
      url: domain ? `https://${domain.name}` : web.dnsName.apply((host) => `http://${host}`),
      loadBalancerDnsName: web.dnsName,
      vpcId: network.vpcId,
      groupName: web.groupName,
      alarmTopicArn: web.alarmTopicArn,
    };
  },
});
