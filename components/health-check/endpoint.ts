import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import ipaddr from "ipaddr.js";
import type { ArgumentCheck } from "../argument-checks";
import { isDomainName } from "../dns-record/domain-name";

/** An endpoint that Route 53's checkers ask over HTTP or HTTPS: healthy is a status from 200 to 399. */
export type HttpCheck = Endpoint & {
  readonly type: "http" | "https";
  /** The path that is asked for, at most 255 characters. @default "/health" */
  readonly path?: string;
  /**
   * A text that must stand in the first 5,120 bytes of the body, 1–255 characters, as it is spelled.
   *
   * @default none: the status decides
   */
  readonly searchString?: string;
};

/** An endpoint that must take a TCP connection. */
export type TcpCheck = Endpoint & {
  readonly type: "tcp";
  /** 1–65535. */
  readonly port: number;
};

/**
 * Where an endpoint is, and how often it is tried. The checkers are on the internet: an address must be public, and a
 * firewall must let them in. Over HTTPS they do not judge the certificate.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export type Endpoint = Address & {
  /** 1–65535. @default 80, or 443 over HTTPS */
  readonly port?: number;
  /** Seconds between two requests of each checker; 10 costs more. A change replaces the check. @default 30 */
  readonly intervalSeconds?: 10 | 30;
  /** How many requests in a row must fail, or succeed again, 1–10. @default 3 */
  readonly failureThreshold?: number;
  /** From where it is tried, at least three regions. @default all eight */
  readonly regions?: readonly CheckerRegion[];
  /** Whether latency is measured and shown, at a price. A change replaces the check. @default false */
  readonly measureLatency?: boolean;
};

/** A name that is looked up, or an address, to which the name, where there is one, is sent as host and by SNI. */
export type Address =
  | { readonly domainName: pulumi.Input<string>; readonly ipAddress?: pulumi.Input<string> }
  | { readonly ipAddress: pulumi.Input<string>; readonly domainName?: undefined };

/** The regions in which Route 53 has checkers: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
const checkerRegions = [
  "ap-northeast-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-west-1",
  "sa-east-1",
  "us-east-1",
  "us-west-1",
  "us-west-2",
] as const;

export type CheckerRegion = (typeof checkerRegions)[number];

/**
 * The inputs of a check of an endpoint.
 *
 * @throws when a number is out of its range, the address is not public, or a text is too long.
 */
export function readEndpoint(
  check: ArgumentCheck,
  at: string,
  endpoint: HttpCheck | TcpCheck,
): aws.route53.HealthCheckArgs {
  checkEndpoint(check, at, endpoint);
  return endpointInputs(endpoint);
}

function checkEndpoint(check: ArgumentCheck, at: string, endpoint: HttpCheck | TcpCheck): void {
  const { port, intervalSeconds = 30, failureThreshold = 3, regions = checkerRegions } = endpoint;
  checkAddress(check, at, endpoint);
  const isPort = port === undefined ? endpoint.type !== "tcp" : Number.isInteger(port) && port >= 1 && port <= 65535;
  check(isPort, `${at}port`, "must be a whole number between 1 and 65535", port);
  check([10, 30].includes(intervalSeconds), `${at}intervalSeconds`, "must be 10 or 30", intervalSeconds);
  const isThreshold = Number.isInteger(failureThreshold) && failureThreshold >= 1 && failureThreshold <= 10;
  check(isThreshold, `${at}failureThreshold`, "must be a whole number between 1 and 10", failureThreshold);
  const isSpread = new Set(regions).size === regions.length && regions.length >= 3;
  const areKnown = regions.every((region) => checkerRegions.includes(region));
  const choice = `must be at least three of ${checkerRegions.join(", ")}`;
  check(isSpread && areKnown, `${at}regions`, choice, regions);
  if (endpoint.type === "tcp") return;
  const { path = "/health", searchString } = endpoint;
  const isPath = /^\/[\x21-\x7e]*$/.test(path) && path.length <= 255;
  check(isPath, `${at}path`, 'must begin with "/" and have at most 255 characters, no blanks', path);
  const isText = searchString === undefined || (searchString.length >= 1 && searchString.length <= 255);
  check(isText, `${at}searchString`, "must have 1 to 255 characters", searchString);
}

function checkAddress(check: ArgumentCheck, at: string, { domainName, ipAddress }: Address): void {
  const isSome = domainName !== undefined || ipAddress !== undefined;
  check(isSome, `${at}domainName`, "must be given, or ipAddress", domainName);
  const isName = typeof domainName !== "string" || isDomainName(domainName.toLowerCase());
  check(isName, `${at}domainName`, "must be a domain name", domainName);
  // Checkers come from the internet, and AWS refuses what is not reached from there.
  const isPublic =
    typeof ipAddress !== "string" || (ipaddr.isValid(ipAddress) && ipaddr.parse(ipAddress).range() === "unicast");
  check(isPublic, `${at}ipAddress`, "must be a public IPv4 or IPv6 address", ipAddress);
}

function endpointInputs(endpoint: HttpCheck | TcpCheck): aws.route53.HealthCheckArgs {
  const { domainName, ipAddress, port, intervalSeconds = 30, failureThreshold = 3, regions } = endpoint;
  const common = {
    fqdn: domainName,
    ipAddress,
    requestInterval: intervalSeconds,
    failureThreshold,
    regions: regions && [...regions],
    measureLatency: endpoint.measureLatency,
  };
  if (endpoint.type === "tcp") return { type: "TCP", ...common, port };
  const { type, path = "/health", searchString } = endpoint;
  const isHttps = type === "https";
  return {
    type: `${isHttps ? "HTTPS" : "HTTP"}${searchString === undefined ? "" : "_STR_MATCH"}`,
    ...common,
    port: port ?? (isHttps ? 443 : 80),
    resourcePath: path,
    searchString,
    // Without a name there is none that the handshake could say.
    ...(isHttps && { enableSni: domainName !== undefined }),
  };
}
