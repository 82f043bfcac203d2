import { ingressOf, ingressTypes } from "../facts/ingress";
import { port } from "../facts/ports";
import { worldChecks } from "../facts/public-groups";
import { type Exposure, type Limits, worldSettings } from "../facts/public-ports";
import { rule } from "../rule";
import { integers } from "../settings";

/** The ports that EC2.19 blocks, except SSH and RDP, which have rules of their own, and others of the same kind. */
const tcpPorts = [
  ...[20, 21, 23, 25, 110, 135, 137, 138, 139, 143, 445, 1433, 1434, 1521, 2049, 2375, 2376, 2379, 3000, 3306, 4333],
  ...[5000, 5432, 5500, 5601, 5900, 5985, 5986, 6379, 8020, 8080, 8088, 8888, 9200, 9300, 10250, 11211, 27017],
];
/** Of those the services that answer over UDP too: NetBIOS, SQL Server Browser, NFS and memcached. */
const udpPorts = [137, 138, 1434, 2049, 11211];

const bounds = { minimum: 0, maximum: 65535 };

const exposure = (settings: Limits & { readonly ports: number[]; readonly udpPorts: number[] }): Exposure => ({
  trafficOf: ingressOf,
  ports: () => [
    ...settings.ports.map((number) => port(number, "tcp")),
    ...settings.udpPorts.map((number) => port(number, "udp")),
  ],
  limits: settings,
  advice: "let in a security group or a narrow CIDR",
});

export const noPublicAdminPorts = rule({
  name: "no-public-admin-ports",
  displayName: "Administration and database ports are not open to the world",
  description: "No ingress lets the whole internet reach the ports of databases, file shares, mail or administration.",
  why: "Databases, file shares and consoles on the internet are soon found by scanners, and then one weak password or one fault is enough.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
  remediationSteps:
    "Name the security group of the callers, or a narrow CIDR, as the only source; serve the public on ports 80 and 443.",
  controls: { fsbp: ["EC2.19"], cis: ["6.1.2"] },
  settings: {
    ports: integers(tcpPorts, "The TCP ports that the world may not reach.", bounds),
    udpPorts: integers(udpPorts, "The same for UDP.", bounds),
    ...worldSettings,
  },
  types: ingressTypes,
  ...worldChecks(exposure),
});
