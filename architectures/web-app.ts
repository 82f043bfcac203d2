import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import type { ImagePipeline } from "../components/image-pipeline";
import { Network } from "../components/network";
import type { NetworkRef } from "../components/network-ref";
import type { UserData } from "../components/user-data";
import { WebTier } from "../components/web-tier";
import { architecture, type Outputs } from "./architecture";
import { acceleratedSources, accelerator, acceleratorOf } from "./settings/accelerator";
import { stackAlarms, tierAlarms } from "./settings/alarms";
import { balancing } from "./settings/balancing";
import { canary, canaryOf } from "./settings/canary";
import { database, withIsolated } from "./settings/database";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { group } from "./settings/group";
import { instances } from "./settings/instances";
import { mutualTls, mutualTlsNeedsDomain, mutualTlsOf } from "./settings/mutual-tls";
import { network, watchedNetwork } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";
import { routes } from "./settings/routes";
import { waf, webAclArnOf } from "./settings/web-acl";
import { dataTier } from "./web-app/data-tier";

/** What a web app can be told beside its name: by its own settings, and by those of architectures that are one. */
export const webAppShape = {
  /** The name under which people reach it, and the hosted zone that holds it. */
  domain: domain.optional(),
  tls: tls.optional(),
  mutualTls: mutualTls.optional(),
  waf: waf.optional(),
  network: network.optional(),
  /** A database behind the servers, which alone may connect to it. */
  database: database.optional(),
  ...balancing,
  routes: routes.optional(),
  ...instances,
  ...group,
  alarms: tierAlarms.optional(),
  canary: canary.optional(),
  ...operations,
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
  create: createWebApp,
});

/** What a web app is made of: its settings, of which those that make it may know some only later. */
export interface WebAppSettings extends Omit<z.output<typeof settings>, "userData" | "policyArns"> {
  /** What builds the image that the servers boot from, in their network. @default the image that `ami` says */
  readonly image?: (network: NetworkRef) => ImagePipeline;
  readonly userData?: pulumi.Input<string> | UserData;
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Makes a web app, for architectures that are one. */
export function createWebApp({
  name,
  domain,
  network: networkSettings,
  tls: _,
  mutualTls,
  waf,
  accelerator,
  ...rest
}: WebAppSettings): Outputs {
  const { userData = firstPage, image, database, dashboard, deployWindows, canary, alarms: stated, ...tier } = rest;
  const alarms = stackAlarms(name, stated);
  const network = new Network(
    `${name}-net`,
    watchedNetwork(database ? withIsolated(networkSettings) : networkSettings, alarms.parts),
  );
  const images = image?.(network);
  const data = database && dataTier(name, network, database, tier, alarms.parts);
  const certificate =
    domain && new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts });
  const ipAddressType = networkSettings?.ipv6 ? "dualstack" : "ipv4";
  const web = new WebTier(name, {
    network,
    tls: certificate ? { certificateArn: certificate.certificateArn, mutual: mutualTlsOf(name, mutualTls) } : "none",
    webAclArn: webAclArnOf(name, waf, accelerator ? "internet" : tier.exposure),
    ipAddressType,
    userData,
    alarms: alarms.service,
    ...(accelerator && { sources: acceleratedSources }),
    ...tier,
    ...(images && { ami: images.machineImage }),
    ...data?.servers,
  });
  data?.database.admit("app", web.appGroupId);
  const ports = certificate ? [443, 80] : [80];
  const front = acceleratorOf(name, accelerator, { loadBalancerArn: web.loadBalancerArn, ports, ipAddressType });
  const entrance = front ?? web;
  if (domain) {
    new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: entrance });
  }
  const url = domain ? `https://${domain.name}` : entrance.dnsName.apply((host) => `http://${host}`);
  const asked = canaryOf(name, canary, { url, exposure: tier.exposure, alarms: alarms.parts });
  return {
    url,
    ...(front && { addresses: front.addresses }),
    loadBalancerDnsName: web.dnsName,
    vpcId: network.vpcId,
    groupName: web.groupName,
    ...(images && { imagePipelineArn: images.pipelineArn }),
    ...(data && { databaseAddress: data.database.address, databaseParameterPath: data.path }),
    alarmTopicArn: web.alarmTopicArn,
    ...operationsOf(name, { dashboard, deployWindows }, [web, ...asked, ...(data ? [data.database] : []), network]),
  };
}
