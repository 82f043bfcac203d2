import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BackupPlan } from "../components/backup-plan";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { SharedFiles } from "../components/shared-files";
import { SnapshotPolicy } from "../components/snapshot-policy";
import type { UserData } from "../components/user-data";
import { WebTier } from "../components/web-tier";
import { architecture } from "./architecture";
import { stackAlarms } from "./settings/alarms";
import { backups, snapshots } from "./settings/backups";
import { canaryOf } from "./settings/canary";
import { domainOrPlainHttp } from "./settings/domain";
import { files } from "./settings/files";
import { mutualTlsNeedsDomain, mutualTlsOf } from "./settings/mutual-tls";
import { watchedNetwork } from "./settings/network";
import { operationsOf } from "./settings/operations";
import { userData } from "./settings/user-data";
import { webAclArnOf } from "./settings/web-acl";
import { webAppShape } from "./web-app";

/** Its data is files. */
const { database: _database, ...shape } = webAppShape;

const none = "must be none, or a map of what is kept and for how long";

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default shared-files */
    name: z.string().default("shared-files"),
    /** The file system, of which the servers have one folder at /srv/pages. */
    files: files.optional(),
    /** Backups of the files. Without, EFS's own plan keeps them for 35 days. @default each day */
    backups: z.union([z.literal("none"), backups], none).default({}),
    /** Snapshots of the servers' disks. @default each day */
    snapshots: z.union([z.literal("none"), snapshots], none).default({}),
    ...shape,
    /** What the servers do once the folder is there. @default a first page in it, served by all of them */
    userData: userData.optional(),
  })
  .superRefine(domainOrPlainHttp("shared-files"))
  .superRefine(mutualTlsNeedsDomain)
  .superRefine(({ ami }, context) => {
    if (ami?.type !== "ubuntu") return;
    const message = "must be Amazon Linux, or an image of yours that has amazon-efs-utils: for Ubuntu it is no package";
    context.addIssue({ code: "custom", path: ["ami"], message });
  });

/** Where the servers have the folder. */
const folder = "/srv/pages";

const read = (file: string) => readFileSync(join(__dirname, "shared-files", file), "utf8");

/** A web server to begin with: it serves the folder, in which whoever comes first puts a page. */
const firstPage: UserData = {
  packages: ["httpd"],
  files: {
    "/etc/httpd/conf.d/shared-files.conf": { content: read("httpd.conf") },
    "/usr/local/sbin/first-page": { content: read("first-page.sh"), mode: "0755" },
    "/var/www/health": { content: "ok\n" },
  },
  commands: [`/usr/local/sbin/first-page ${folder}`],
  units: { "httpd.service": "enabled" },
};

export const sharedFiles = architecture({
  description: "Route 53 → WAF → ALB → auto-scaled EC2 over two or more zones ⇄ one EFS, with backups and snapshots",
  settings,
  create({ name, domain, network: networkSettings, tls: _, mutualTls, waf, alarms: stated, ...rest }) {
    const {
      files: fileSettings,
      backups,
      snapshots,
      userData: own = firstPage,
      dashboard,
      deployWindows,
      canary,
      ...tier
    } = rest;
    const alarms = stackAlarms(name, stated);
    const { policyArns, appEgress = [], instanceTags } = tier;
    const network = new Network(`${name}-net`, watchedNetwork(networkSettings, alarms.parts));
    const backup =
      backups === "none"
        ? undefined
        : new BackupPlan(`${name}-backups`, {
            select: { tags: { Backup: name } },
            ...backups,
            alarms: alarms.parts,
          });
    const shared = new SharedFiles(`${name}-files`, {
      network,
      folders: { pages: {} },
      automaticBackups: backup === undefined,
      alarms: alarms.parts,
      ...fileSettings,
      tags: { Backup: name, ...fileSettings?.tags },
    });
    const mount = shared.mount("pages", folder);
    // Two policies may not have a tag in common, so that it is this stack's own.
    const snapshotTags = { Snapshot: name };
    if (snapshots !== "none") {
      new SnapshotPolicy(`${name}-snapshots`, { targetTags: snapshotTags, ...snapshots });
    }
    const certificate =
      domain &&
      new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts });
    const web = new WebTier(name, {
      network,
      tls: certificate ? { certificateArn: certificate.certificateArn, mutual: mutualTlsOf(name, mutualTls) } : "none",
      webAclArn: webAclArnOf(name, waf, tier.exposure),
      ipAddressType: networkSettings?.ipv6 ? "dualstack" : "ipv4",
      ...tier,
      userData: {
        ...own,
        files: { ...mount.userData.files, ...own.files },
        commands: [...mount.userData.commands, ...(own.commands ?? [])],
      },
      policyArns: { ...mount.policyArns, ...policyArns },
      appEgress: [shared.egress(), ...appEgress],
      instanceTags: { ...snapshotTags, ...instanceTags },
      alarms: alarms.service,
    });
    shared.admit("app", web.appGroupId);
    if (domain) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: web });
    }
    const url = domain ? `https://${domain.name}` : web.dnsName.apply((host) => `http://${host}`);
    const asked = canaryOf(name, canary, { url, exposure: tier.exposure, alarms: alarms.parts });
    return {
      url,
      loadBalancerDnsName: web.dnsName,
      vpcId: network.vpcId,
      groupName: web.groupName,
      fileSystemId: shared.fileSystemId,
      ...(backup && { backupVaultName: backup.vaultName }),
      alarmTopicArn: web.alarmTopicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [web, ...asked, shared, network]),
    };
  },
});
