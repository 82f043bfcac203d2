import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Certificate } from "../components/certificate";
import { DnsRecord } from "../components/dns-record";
import { GatewayInspection } from "../components/gateway-inspection";
import { Network } from "../components/network";
import type { UserData } from "../components/user-data";
import { WebTier } from "../components/web-tier";
import { architecture } from "./architecture";
import { stackAlarms, tierAlarms } from "./settings/alarms";
import { balancing } from "./settings/balancing";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { group, serverGroup } from "./settings/group";
import { instances, servers } from "./settings/instances";
import { network, newNetwork, watchedNetwork } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";
import { waf, webAclArnOf } from "./settings/web-acl";

const count = z.number();
const text = z.string();

const check = {
  port: count.optional(),
  intervalSeconds: count.optional(),
  timeoutSeconds: count.optional(),
  healthyThreshold: count.optional(),
  unhealthyThreshold: count.optional(),
};
const request = { ...check, path: text.optional(), matcher: text.optional() };

const blocked = /^(tcp|udp)\/([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;

/** What looks at the packets. */
const appliances = z.strictObject({
  /** What the small appliance to begin with drops, by protocol and destination port. */
  block: z.array(z.string().regex(blocked, 'must be "tcp/PORT" or "udp/PORT" with a port from 1 to 65535')).optional(),
  healthCheck: z
    .discriminatedUnion("protocol", [
      z.strictObject({ protocol: z.literal("http"), ...request }),
      z.strictObject({ protocol: z.literal("https"), ...request }),
      z.strictObject({ protocol: z.literal("tcp"), ...check }),
    ])
    .optional(),
  flowStickiness: z.enum(["fiveTuple", "threeTuple", "twoTuple"]).optional(),
  flowsOfLostAppliances: z.enum(["rebalance", "keep"]).optional(),
  crossZone: z.boolean().optional(),
  tcpIdleTimeoutSeconds: count.optional(),
  deregistrationDelaySeconds: count.optional(),
  deletionProtection: z.boolean().optional(),
  allowedPrincipals: z.array(text).optional(),
  ...servers,
  ...serverGroup,
});

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default inspection */
    name: text.default("inspection"),
    domain: domain.optional(),
    tls: tls.optional(),
    waf: waf.optional(),
    /** The network that is inspected. */
    network: newNetwork.optional(),
    /** The network of the appliances, with the zones of the other. */
    applianceNetwork: network.optional(),
    appliances: appliances.default({}),
    ...balancing,
    ...instances,
    ...group,
    alarms: tierAlarms.optional(),
    ...operations,
  })
  .superRefine(domainOrPlainHttp("inspection"))
  .superRefine(({ appliances: { block, ami, userData } }, context) => {
    if (block === undefined || (ami === undefined && userData === undefined)) return;
    const message = "must be left out with appliances of your own, which know what they drop";
    context.addIssue({ code: "custom", path: ["appliances", "block"], message });
  });

const firstPage = readFileSync(join(__dirname, "web-app", "user-data.sh"), "utf8");
const program = readFileSync(join(__dirname, "inspection", "appliance.py"), "utf8");

/** An appliance to begin with: it drops what is blocked, passes on all else, and answers the health check. */
function smallAppliance(block: readonly string[]): UserData {
  const execStart = ["/opt/appliance.py", ...block].join(" ");
  return {
    files: { "/opt/appliance.py": { content: program, mode: "0755" } },
    units: { "appliance.service": { description: "Inspects packets", execStart } },
  };
}

export const inspection = architecture({
  description: "internet ⇄ GWLB endpoint ⇄ GENEVE 6081 ⇄ appliances, and behind them ALB → auto-scaled EC2",
  settings,
  create({ name, domain, tls: _, waf, network: inspected = {}, applianceNetwork, appliances, ...rest }) {
    const { alarms: stated, dashboard, deployWindows, ...tier } = rest;
    const alarms = stackAlarms(name, stated);
    const { block = ["tcp/23"], ...own } = appliances;
    const network = new Network(`${name}-net`, {
      tiers: ["inspection", "public", "private"],
      ...inspected,
      alarms: alarms.parts,
    });
    // Where the one network has its zones the other needs its own.
    const { zones, ipv6 } = inspected;
    const security = new Network(
      `${name}-sec`,
      watchedNetwork(applianceNetwork ?? { zones, ipv6, cidrBlock: "10.1.0.0/16" }, alarms.parts),
    );
    const { service } = alarms;
    const isMeasured = service === "none" || own.cloudWatchAgent;
    const firewall = new GatewayInspection(`${name}-gw`, {
      network,
      applianceNetwork: security,
      userData: own.ami ? undefined : smallAppliance(block),
      alarms: isMeasured ? service : { ...service, memoryPercent: undefined, diskPercent: undefined },
      ...own,
    });
    const certificate =
      domain &&
      new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts });
    const web = new WebTier(name, {
      network: firewall.network,
      tls: certificate ? { certificateArn: certificate.certificateArn } : "none",
      webAclArn: webAclArnOf(name, waf, tier.exposure),
      ipAddressType: ipv6 ? "dualstack" : "ipv4",
      userData: firstPage,
      alarms: alarms.service,
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
      applianceGroupName: firewall.groupName,
      endpointServiceName: firewall.serviceName,
      alarmTopicArn: alarms.topicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [web, firewall, network, security]),
    };
  },
});
