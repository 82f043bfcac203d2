import type { ArgumentCheck } from "../argument-checks";

/**
 * The ports of services under their usual names:
 * https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml
 */
const services = {
  ftp: [21],
  ssh: [22],
  dns: [53, { protocol: "udp", port: 53 }],
  http: [80],
  ntp: [{ protocol: "udp", port: 123 }],
  ldaps: [636],
  https: [443],
  smb: [445],
  smtp: [587],
  rdp: [3389],
  nfs: [2049],
  mysql: [3306],
  postgresql: [5432],
  sqlserver: [1433],
  oracle: [1521],
  redshift: [5439],
  mongodb: [27017],
  cassandra: [9042],
  redis: [6379],
  memcached: [11211],
  kafka: [9094],
} as const satisfies Record<string, readonly (number | TransportPort)[]>;

/** A service by its name: `dns` is UDP as well, `kafka` is TLS, `smtp` is submission. */
export type Service = keyof typeof services;

/** What a tier listens on: a TCP port, a service, or a port of another protocol. */
export type ServicePort = number | Service | TransportPort;

/** A port of a protocol. */
export interface TransportPort {
  readonly protocol: "tcp" | "udp";
  /** 1 to 65535. */
  readonly port: number;
}

/** Ports by which whoever gets in is at home: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19 */
export const adminPorts: readonly number[] = [22, 3389];

/**
 * The ports behind numbers and names.
 *
 * @throws when one is no port or no service, or two are the same.
 */
export function readPorts(ports: readonly ServicePort[], argument: string, check: ArgumentCheck): TransportPort[] {
  const read = ports.flatMap((port) => readPort(port, argument, check));
  const repeated = read.find((one, index) => read.findIndex((other) => isSame(one, other)) < index);
  check(
    repeated === undefined,
    argument,
    "must not repeat a port",
    repeated && `${repeated.protocol} ${repeated.port}`,
  );
  return read;
}

function readPort(port: ServicePort, argument: string, check: ArgumentCheck): TransportPort[] {
  if (typeof port === "number") return [checked({ protocol: "tcp", port }, argument, check)];
  if (typeof port === "object") return [checked(port, argument, check)];
  const known = Object.keys(services);
  check(known.includes(port), argument, `must hold ports, or names such as ${known.join(", ")}`, port);
  return services[port].map((one) => (typeof one === "number" ? { protocol: "tcp", port: one } : one));
}

function checked(transport: TransportPort, argument: string, check: ArgumentCheck): TransportPort {
  const { protocol, port } = transport;
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
  check(isPort, argument, "must be a whole number from 1 to 65535", port);
  check(protocol === "tcp" || protocol === "udp", argument, 'must be of "tcp" or "udp"', protocol);
  return transport;
}

function isSame(one: TransportPort, other: TransportPort): boolean {
  return one.protocol === other.protocol && one.port === other.port;
}
