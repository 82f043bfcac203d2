import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";
import { balancerAttributes, balancerLogs } from "./load-balancer/attributes";
import { checkRequestHeaders, type RequestHeaders } from "./load-balancer/request-headers";
import { checkResponseHeaders, type ResponseHeaders } from "./load-balancer/response-headers";
import { checkMutualTls, type Https } from "./load-balancer/tls";

/** An Application Load Balancer and its listeners. */
export interface LoadBalancerArgs {
  /** Who can reach the load balancer: the internet, or only what has a way into the network. */
  readonly exposure: "internet" | "internal";
  /**
   * The certificate with which it speaks HTTPS on 443; 80 then only redirects there. `"none"` serves plain HTTP on 80:
   * everything can be read and changed on its way.
   */
  readonly tls: Https | "none";
  /** The ARN of the regional web ACL that looks at each request first: see `WebAcl`. @default none */
  readonly webAclArn?: pulumi.Input<string>;
  /** What becomes of requests while the web ACL cannot be asked: they are refused, or pass unseen. @default "refuse" */
  readonly webAclFailure?: "refuse" | "pass";
  /** What is added to answers, and taken from them. @default HSTS over HTTPS, nosniff, no Server header */
  readonly responseHeaders?: ResponseHeaders;
  /** What servers are told of a request besides what the client said. @default the client's address and protocol */
  readonly requestHeaders?: RequestHeaders;
  /** The addresses that it has. `"dualstack"` adds IPv6 and needs subnets that have it. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /** The id of the IPAM pool of its public IPv4 addresses, for one on the internet. @default Amazon's addresses */
  readonly ipamPoolId?: pulumi.Input<string>;
  /** Whether clients can speak HTTP/2. @default true */
  readonly http2?: boolean;
  /** Seconds that a connection may be silent, 1–4000. @default 60 */
  readonly idleTimeoutSeconds?: number;
  /** Seconds after which even a busy client must connect anew, 60–604800. @default 3600 */
  readonly clientKeepAliveSeconds?: number;
  /** Whether each connection of a client is logged, with its cipher, certificate and failure. @default true: S3 storage alone is paid */
  readonly connectionLogs?: boolean;
  /** Whether each health check is logged, with the reason of a failure. @default true: S3 storage alone is paid */
  readonly healthCheckLogs?: boolean;
  /** Whether a zone can be taken out by hand or by AWS while it fails. @default true; nothing shifts by itself */
  readonly zonalShift?: boolean;
  /**
   * Capacity units (LCU) kept ready for a rush, 100 or more, billed by the hour whether used or not. AWS's quota for the
   * region is 0 until it is raised: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/capacity-unit-reservation.html
   *
   * @default none: capacity follows the traffic
   */
  readonly minimumCapacityUnits?: number;
  /** Whether it cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
}

/** What is AWS's to decide, or is not there, where nothing is said. */
type Unsaid = "webAclArn" | "webAclFailure" | "ipamPoolId" | "http2" | "minimumCapacityUnits";

/** The arguments with their defaults, checked. */
export type LoadBalancerSettings = Required<Omit<LoadBalancerArgs, Unsaid>> & Pick<LoadBalancerArgs, Unsaid>;

/** Limits: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html */
export function readLoadBalancer(check: ArgumentCheck, args: LoadBalancerArgs, isProd: boolean): LoadBalancerSettings {
  const { exposure, tls, requestHeaders = {}, responseHeaders = {}, idleTimeoutSeconds = 60 } = args;
  const { clientKeepAliveSeconds = 3600, minimumCapacityUnits, ipamPoolId } = args;
  checkSeconds(check, "idleTimeoutSeconds", idleTimeoutSeconds, 1, 4000);
  checkSeconds(check, "clientKeepAliveSeconds", clientKeepAliveSeconds, 60, 604800);
  const isCapacity = minimumCapacityUnits === undefined || isWhole(minimumCapacityUnits, 100, Infinity);
  check(
    isCapacity,
    "minimumCapacityUnits",
    "must be a whole number of capacity units, 100 or more",
    minimumCapacityUnits,
  );
  const hasPublic = exposure === "internet" || ipamPoolId === undefined;
  check(
    hasPublic,
    "ipamPoolId",
    "must be left out for an internal load balancer, which has no public address",
    ipamPoolId,
  );
  if (tls !== "none") checkMutualTls(check, "tls.mutual", tls.mutual);
  checkRequestHeaders(check, requestHeaders, tls);
  checkResponseHeaders(check, responseHeaders, tls !== "none");
  const { ipAddressType = "ipv4", connectionLogs = true, healthCheckLogs = true, zonalShift = true } = args;
  const { webAclArn, webAclFailure, http2, deletionProtection = isProd } = args;
  return {
    exposure,
    tls,
    webAclArn,
    webAclFailure,
    responseHeaders,
    requestHeaders,
    ipAddressType,
    ipamPoolId,
    http2,
    idleTimeoutSeconds,
    clientKeepAliveSeconds,
    connectionLogs,
    healthCheckLogs,
    zonalShift,
    minimumCapacityUnits,
    deletionProtection,
  };
}

function checkSeconds(check: ArgumentCheck, argument: string, seconds: number, least: number, most: number): void {
  const within = isWhole(seconds, least, most);
  check(within, argument, `must be a whole number of seconds between ${least} and ${most}`, seconds);
}

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}

/**
 * AWS takes 32 characters for the name of a load balancer; Pulumi adds `-lb-` and seven of its own.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export function checkLoadBalancerName(check: ArgumentCheck, name: string): void {
  const isName = /^[A-Za-z0-9-]{1,21}$/.test(name);
  check(
    isName,
    "name",
    "must be at most 21 letters, digits and hyphens, as the load balancer is called after it",
    name,
  );
  check(!name.startsWith("-"), "name", "must begin with a letter or a digit", name);
  check(!name.startsWith("internal-"), "name", "must not begin with internal-, which AWS keeps for itself", name);
}

/** Where the load balancer stands, and where its logs go. */
export interface LoadBalancerSurroundings {
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroupId: pulumi.Input<string>;
  readonly logBucket: pulumi.Input<string>;
}

/** The load balancer, with its web ACL. */
export function loadBalancer(
  name: string,
  settings: LoadBalancerSettings,
  { subnetIds, securityGroupId, logBucket }: LoadBalancerSurroundings,
  opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): aws.lb.LoadBalancer {
  const { exposure, ipAddressType, ipamPoolId, minimumCapacityUnits, webAclArn } = settings;
  const balancer = new aws.lb.LoadBalancer(
    `${name}-lb`,
    {
      loadBalancerType: "application",
      internal: exposure === "internal",
      ipAddressType,
      ipamPools: ipamPoolId === undefined ? undefined : { ipv4IpamPoolId: ipamPoolId },
      subnets: subnetIds,
      securityGroups: [securityGroupId],
      ...balancerLogs(settings, logBucket),
      ...balancerAttributes(settings),
      minimumLoadBalancerCapacity:
        minimumCapacityUnits === undefined ? undefined : { capacityUnits: minimumCapacityUnits },
      tags: { Name: `${name}-lb` },
    },
    opts,
  );
  if (webAclArn !== undefined) {
    const { parent } = opts;
    new aws.wafv2.WebAclAssociation(`${name}-web-acl`, { resourceArn: balancer.arn, webAclArn }, { parent });
  }
  return balancer;
}
