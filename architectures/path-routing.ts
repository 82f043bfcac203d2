import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { ServiceBalancer } from "../components/service-balancer";
import { WebTier } from "../components/web-tier";
import { architecture } from "./architecture";
import { stackAlarms, tierAlarms } from "./settings/alarms";
import { servers, wholeLoadBalancer } from "./settings/balancing";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { group } from "./settings/group";
import { instances } from "./settings/instances";
import { mutualTls, mutualTlsNeedsDomain, mutualTlsOf } from "./settings/mutual-tls";
import { network, watchedNetwork } from "./settings/network";
import { offHours } from "./settings/off-hours";
import { operations, operationsOf } from "./settings/operations";
import { conditions, rewrite, routes } from "./settings/routes";
import { waf, webAclArnOf } from "./settings/web-acl";

/** The servers behind one part of the requests. */
const tier = z.strictObject({
  ...conditions,
  rewrite: rewrite.optional(),
  ...servers,
  ...instances,
  ...group,
});
type TierSettings = z.output<typeof tier>;

/** The documents' own: `/api` and `/images` have servers of their own, and all else those of `web`. */
const documented: Record<string, TierSettings> = {
  web: {},
  api: { paths: ["/api", "/api/*"] },
  images: { paths: ["/images", "/images/*"] },
};

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default path-routing */
    name: z.string().default("path-routing"),
    /** The name under which people reach it, and the hosted zone that holds it. */
    domain: domain.optional(),
    tls: tls.optional(),
    mutualTls: mutualTls.optional(),
    waf: waf.optional(),
    network: network.optional(),
    /** The tiers by name, each with its requests; one without any gets the rest, which else is answered with 404. */
    tiers: z
      .record(z.string(), tier)
      .refine((tiers) => Object.keys(tiers).length > 0, "must hold at least one tier, got {}")
      .default(documented),
    routes: routes.optional(),
    ...wholeLoadBalancer,
    alarms: tierAlarms.optional(),
    ...operations,
    /** When no tier runs, unless a tier says otherwise. */
    offHours: offHours.optional(),
  })
  .superRefine(domainOrPlainHttp("path-routing"))
  .superRefine(mutualTlsNeedsDomain);

const page = readFileSync(join(__dirname, "path-routing", "user-data.sh"), "utf8");

/** A web server to begin with: it says which tier answers, and answers the health check. */
const firstPage = (tier: string) => page.replace(/^tier=.*$/m, `tier=${JSON.stringify(tier)}`);

export const pathRouting = architecture({
  description: "Route 53 → WAF → ALB → a tier of auto-scaled EC2 for `/api`, one for `/images`, one for the rest",
  settings,
  create({ name, domain, network: networkSettings, tls: _, mutualTls, waf, tiers, alarms: stated, ...rest }) {
    const { dashboard, deployWindows, offHours, ...edge } = rest;
    const alarms = stackAlarms(name, stated);
    const network = new Network(`${name}-net`, watchedNetwork(networkSettings, alarms.parts));
    const certificate =
      domain &&
      new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts });
    const balancer = new ServiceBalancer(name, {
      type: "application",
      network,
      tls: certificate ? { certificateArn: certificate.certificateArn, mutual: mutualTlsOf(name, mutualTls) } : "none",
      webAclArn: webAclArnOf(name, waf, edge.exposure),
      ipAddressType: networkSettings?.ipv6 ? "dualstack" : "ipv4",
      alarms: alarms.service,
      ...edge,
    });
    const made = Object.entries(tiers).map(([key, settings]) => {
      const { hosts, paths, headers, methods, queryStrings, sourceIps, priority, rewrite, ...own } = settings;
      const { userData = firstPage(key), appEgress = [], ...rest } = own;
      const requests = { hosts, paths, headers, methods, queryStrings, sourceIps, priority };
      const web = new WebTier(`${name}-${key}`, {
        network,
        balancing: { type: "shared", balancer, ...requests, rewrite },
        userData,
        appEgress: networkSettings?.ipv6 ? [{ to: "::/0", port: 443 }, ...appEgress] : appEgress,
        alarms: alarms.service,
        offHours,
        ...rest,
      });
      return [key, web] as const;
    });
    if (domain) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: balancer });
    }
    return {
      url: domain ? `https://${domain.name}` : balancer.dnsName.apply((host) => `http://${host}`),
      loadBalancerDnsName: balancer.dnsName,
      vpcId: network.vpcId,
      groupNames: Object.fromEntries(made.map(([key, { groupName }]) => [key, groupName])),
      alarmTopicArn: alarms.topicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [balancer, ...made.map(([, web]) => web), network]),
    };
  },
});
