import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** How other services find this one without a load balancer. */
export type Discovery = ServiceConnect | CloudMap | VpcLattice;

/** A proxy beside each task balances, retries and measures calls by short names within a namespace. */
export interface ServiceConnect {
  readonly type: "serviceConnect";
  /** The name by which others call it. @default the service's name */
  readonly alias?: string;
  /** The port on which others call it, 1–65535. @default the container's */
  readonly port?: number;
  /** Whether it only calls others, and cannot be called. @default false */
  readonly clientOnly?: boolean;
  /** Seconds that a connection may be silent, 0 or more; 0 for ever. @default the proxy's: 300, or 3600 for tcp */
  readonly idleTimeoutSeconds?: number;
  /** Seconds that a request may take, 0 or more; 0 for ever; not for tcp. @default the proxy's: 15 */
  readonly requestTimeoutSeconds?: number;
  /** TLS between the proxies, with certificates of a private authority. @default plain, within the VPC */
  readonly tls?: { readonly authorityArn: pulumi.Input<string> };
  /** Whether the proxies log each request. @default "json" */
  readonly accessLog?: "json" | "text" | "none";
}

/** A DNS name in a private zone that answers with the addresses of the healthy tasks. */
export interface CloudMap {
  readonly type: "cloudMap";
  /** The id of a private DNS namespace of Cloud Map. */
  readonly namespaceId: pulumi.Input<string>;
  /** The name within the namespace. @default the service's name */
  readonly alias?: string;
  /** Seconds for which an answer may be remembered, 0 or more. @default 10 */
  readonly ttlSeconds?: number;
}

/** A target group of VPC Lattice, for callers of other networks and accounts. `callers` must name Lattice's prefix list. */
export interface VpcLattice {
  readonly type: "vpcLattice";
  /** The ARN of a target group for IP addresses in the service's VPC. */
  readonly targetGroupArn: pulumi.Input<string>;
}

export function checkDiscovery(check: ArgumentCheck, discovery: Discovery, hasPort: boolean): void {
  const isOffered = hasPort || (discovery.type === "serviceConnect" && discovery.clientOnly === true);
  check(isOffered, "discovery", "must be left out or clientOnly, as no container has a port", discovery.type);
  if (discovery.type === "vpcLattice") return;
  const { alias } = discovery;
  // A label of DNS. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html
  const isAlias = alias === undefined || /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(alias);
  check(isAlias, "discovery.alias", "must be a name of lower-case letters, digits and hyphens", alias);
  if (discovery.type === "cloudMap") {
    const { ttlSeconds = 10 } = discovery;
    const isTtl = Number.isInteger(ttlSeconds) && ttlSeconds >= 0;
    check(isTtl, "discovery.ttlSeconds", "must be a whole number of seconds, 0 or more", ttlSeconds);
    return;
  }
  const { port = 1, idleTimeoutSeconds = 0, requestTimeoutSeconds = 0 } = discovery;
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65535;
  check(isPort, "discovery.port", "must be a whole number between 1 and 65535", port);
  for (const [argument, seconds] of Object.entries({ idleTimeoutSeconds, requestTimeoutSeconds })) {
    const isTime = Number.isInteger(seconds) && seconds >= 0;
    check(isTime, `discovery.${argument}`, "must be a whole number of seconds, 0 or more", seconds);
  }
}
