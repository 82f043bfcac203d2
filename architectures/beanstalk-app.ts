import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { BeanstalkApp, type BeanstalkAppArgs } from "../components/beanstalk-app";
import type { Source } from "../components/beanstalk-app/source";
import { Certificate } from "../components/certificate";
import { Database } from "../components/database";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { ServiceBalancer } from "../components/service-balancer";
import { architecture } from "./architecture";
import { stackAlarms } from "./settings/alarms";
import { application, platform } from "./settings/beanstalk";
import { tierOf, tiers } from "./settings/beanstalk-tier";
import { database, watchedDatabase, withIsolated } from "./settings/database";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { network, watchedNetwork } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";

const text = z.string();

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default beanstalk-app */
    name: text.default("beanstalk-app"),
    /** The folder or archive that is deployed. @default the sample application */
    source: text.optional(),
    /** What the labels of versions begin with. */
    versionLabel: text.optional(),
    /** The label of a version that was uploaded before, to go back to, in place of the source. */
    version: text.optional(),
    platform: platform.default("nodejs22"),
    /** What the environment is for, and what stands before its instances: one of the four, by name or with settings. */
    tier: tiers.default({ type: "loadBalanced", exposure: "internet" }),
    domain: domain.optional(),
    tls: tls.optional(),
    network: network.optional(),
    /** A database beside the environment. */
    database: database.optional(),
    ...operations,
    ...application,
  })
  .superRefine((written, context) => {
    const isServed = written.tier.type === "loadBalanced" || written.tier.type === "sharedBalancer";
    if (isServed) domainOrPlainHttp("beanstalk-app")(written, context);
    else if (written.tls) {
      const message = "must be left out where no load balancer speaks HTTPS";
      context.addIssue({ code: "custom", path: ["tls"], message });
    }
  });

const sample = join(__dirname, "beanstalk-app", "app");

export const beanstalkApp = architecture({
  description:
    "Route 53 → ALB → Elastic Beanstalk: upload a version, create the environment, deploy the next, monitor and scale",
  settings,
  create({
    name,
    source = sample,
    versionLabel,
    version,
    domain,
    tls: _,
    network: networkSettings,
    database,
    tier,
    dashboard,
    deployWindows,
    alarms: stated,
    ...app
  }) {
    const alarms = stackAlarms(name, stated);
    const network = new Network(
      `${name}-net`,
      watchedNetwork(database ? withIsolated(networkSettings) : networkSettings, alarms.parts),
    );
    const certificate =
      domain && tier.type !== "singleInstance" && tier.type !== "worker"
        ? new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts })
        : undefined;
    const spoken = certificate ? { certificateArn: certificate.certificateArn } : "none";
    const shared =
      tier.type === "sharedBalancer"
        ? new ServiceBalancer(`${name}-lb`, {
            type: "application",
            network,
            exposure: tier.exposure,
            tls: spoken,
            alarms: alarms.service,
          })
        : undefined;
    if (shared && domain) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: shared });
    }
    const data = database && new Database(`${name}-database`, { network, ...watchedDatabase(database, alarms.parts) });
    const beanstalk = new BeanstalkApp(name, {
      ...app,
      alarms: alarms.service,
      network,
      source: version === undefined ? uploaded(source, versionLabel) : { type: "version", label: version },
      tier: tierOf(tier, spoken, shared, domain?.name),
      domain: shared ? undefined : domain,
      database: data,
      // The types hold settings apart that the component itself checks.
    } as BeanstalkAppArgs);
    const host = shared?.dnsName ?? beanstalk.cname;
    const url = domain ? `${certificate ? "https" : "http"}://${domain.name}` : pulumi.interpolate`http://${host}`;
    const { idleCname, queueUrl } = beanstalk;
    return {
      // A worker is called by its queue alone.
      ...(queueUrl ? { queueUrl } : { url }),
      ...(idleCname && { idleUrl: pulumi.interpolate`http://${idleCname}` }),
      applicationName: beanstalk.applicationName,
      environmentName: beanstalk.environmentName,
      versionLabel: beanstalk.versionLabel,
      vpcId: network.vpcId,
      alarmTopicArn: beanstalk.alarmTopicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [beanstalk, ...(data ? [data] : []), network]),
    };
  },
});

function uploaded(path: string, label: string | undefined): Source {
  return { type: /\.(zip|war|jar)$/.test(path) ? "archive" : "folder", path, label };
}
