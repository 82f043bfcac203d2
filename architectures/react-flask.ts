import { AppRelease } from "../components/app-release";
import { DnsRecord } from "../components/dns-record";
import { InPlaceDeployment } from "../components/in-place-deployment";
import { Network } from "../components/network";
import { Server } from "../components/server";
import { architecture, type Outputs } from "./architecture";
import { bootOf } from "./react-flask/boot";
import { type ReactFlask, reactFlaskSettings } from "./react-flask/settings";
import { foldersOf } from "./react-flask/source";
import { admitting } from "./settings/admitting";
import { operationsOf } from "./settings/operations";
import { patchesOf } from "./settings/patching";
import { createWebApp } from "./web-app";

/** What servers of both kinds boot from; Ubuntu's packages come over HTTP. */
const ubuntu = { type: "ubuntu", version: "22.04" } as const;
const ubuntuPackages = { to: "0.0.0.0/0", port: 80 };

const healthPath = "/api/health";

export const reactFlask = architecture({
  description:
    "Route 53 → one EC2 server, or by one setting a fleet behind an ALB: nginx → React, and /api/ → Flask under gunicorn",
  settings: reactFlaskSettings,
  create(settings) {
    const { name, scale, source } = settings;
    const release = new AppRelease(`${name}-release`, { folders: foldersOf(source) });
    return { ...(scale === "server" ? onServer : onFleet)(settings, release), version: release.version };
  },
});

/** One server, to which each version comes in place. */
function onServer({ name, domain, network, ssh, server = {} }: ReactFlask, release: AppRelease): Outputs {
  const {
    dashboard,
    deployWindows,
    patching,
    instanceTags,
    policyArns,
    egress = [],
    elasticIp = domain && "own",
    ...own
  } = server;
  const vpc = new Network(`${name}-net`, admitting(ssh?.from ?? [], network ?? { tiers: ["public"] }));
  const ports = domain ? (["http", "https"] as const) : (["http"] as const);
  const patched = patchesOf(name, patching, ["ubuntu"]);
  const host = new Server(
    name,
    {
      network: vpc,
      subnet: "public",
      ami: ubuntu,
      ingress: ports.map((port) => ({ port, from: "internet" })),
      ssh,
      elasticIp,
      ...own,
      egress: [ubuntuPackages, ...egress],
      instanceTags: { ...patched.instanceTags, ...instanceTags },
      policyArns: { release: release.policyArn, ...patched.policyArns, ...policyArns },
    },
    { dependsOn: vpc },
  );
  const record =
    domain &&
    new DnsRecord(`${name}-dns`, {
      zoneId: domain.zoneId,
      domainName: domain.name,
      target: { recordType: "A", values: [host.publicIp] },
    });
  const { documentName } = new InPlaceDeployment(
    `${name}-deployment`,
    { instanceId: host.instanceId, script: bootOf(release, domain?.name) },
    // Let's Encrypt asks the server by its name.
    { dependsOn: record ? [host, record] : [host] },
  );
  return {
    url: domain ? `https://${domain.name}` : host.publicIp.apply((address) => `http://${address}`),
    publicIp: host.publicIp,
    instanceId: host.instanceId,
    deploymentDocument: documentName,
    alarmTopicArn: host.alarmTopicArn,
    ...operationsOf(name, { dashboard, deployWindows }, [host]),
  };
}

/** Servers behind a load balancer, which speaks TLS; a new version replaces them one after the other. */
function onFleet({ name, domain, tls, network, ssh, fleet }: ReactFlask, release: AppRelease): Outputs {
  const { policyArns, appEgress = [], healthCheck, ...own } = fleet;
  return createWebApp({
    ...{ name, domain, tls, ssh },
    network: network && admitting(ssh?.from ?? [], network),
    ...own,
    ami: ubuntu,
    appPort: 80,
    healthCheck: { path: healthPath, ...healthCheck },
    userData: bootOf(release),
    appEgress: [ubuntuPackages, ...appEgress],
    policyArns: { release: release.policyArn, ...policyArns },
  });
}
