import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";

/** An Application Load Balancer and its listeners. */
export interface LoadBalancerArgs {
  /** Who can reach the load balancer: the internet, or only what has a way into the network. */
  readonly exposure: "internet" | "internal";
  /**
   * The certificate with which it speaks HTTPS on 443; 80 then only redirects there. `"none"` serves plain HTTP on 80:
   * everything can be read and changed on its way.
   */
  readonly tls: Tls | "none";
  /** The addresses that it has. `"dualstack"` adds IPv6 and needs subnets that have it. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /** Seconds that a connection may be silent, 1–4000. @default 60 */
  readonly idleTimeoutSeconds?: number;
  /** Whether it cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
}

export interface Tls {
  /** The ARN of the certificate for clients that name no other host. */
  readonly certificateArn: pulumi.Input<string>;
  /** ARNs of certificates for further hosts (SNI), by a name of yours, e.g. the domain. @default none */
  readonly additionalCertificateArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** The security policy: which protocols and ciphers are spoken. @default {@link defaultTlsPolicy} */
  readonly policy?: pulumi.Input<string>;
}

/**
 * AWS's recommendation and its console's default: TLS 1.3 and, for older clients, TLS 1.2 with forward-secret AEAD
 * ciphers only; and a key exchange that a later quantum computer cannot undo, for clients that have it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const defaultTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** The arguments with their defaults, checked. */
export type LoadBalancerSettings = Required<LoadBalancerArgs>;

export function readLoadBalancer(check: ArgumentCheck, args: LoadBalancerArgs, isProd: boolean): LoadBalancerSettings {
  const { exposure, tls, ipAddressType = "ipv4", idleTimeoutSeconds = 60, deletionProtection = isProd } = args;
  const within = Number.isInteger(idleTimeoutSeconds) && idleTimeoutSeconds >= 1 && idleTimeoutSeconds <= 4000;
  check(within, "idleTimeoutSeconds", "must be a whole number of seconds between 1 and 4000", idleTimeoutSeconds);
  return { exposure, tls, ipAddressType, idleTimeoutSeconds, deletionProtection };
}

/**
 * AWS takes 32 characters for the name of a load balancer; Pulumi adds `-lb-` and seven of its own.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export function checkLoadBalancerName(check: ArgumentCheck, name: string): void {
  const isName = /^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/.test(name);
  check(
    isName,
    "name",
    "must be at most 21 letters, digits and hyphens, as the load balancer is called after it",
    name,
  );
  check(!name.startsWith("internal-"), "name", "must not begin with internal-, which AWS keeps for itself", name);
}

/** Where the load balancer stands, and where its access logs go. */
export interface LoadBalancerSurroundings {
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroupId: pulumi.Input<string>;
  readonly logBucket: pulumi.Input<string>;
}

export function loadBalancer(
  name: string,
  { exposure, ipAddressType, idleTimeoutSeconds, deletionProtection }: LoadBalancerSettings,
  { subnetIds, securityGroupId, logBucket }: LoadBalancerSurroundings,
  opts: pulumi.CustomResourceOptions,
): aws.lb.LoadBalancer {
  return new aws.lb.LoadBalancer(
    `${name}-lb`,
    {
      loadBalancerType: "application",
      internal: exposure === "internal",
      ipAddressType,
      subnets: subnetIds,
      securityGroups: [securityGroupId],
      accessLogs: { enabled: true, bucket: logBucket },
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      enableDeletionProtection: deletionProtection,
      idleTimeout: idleTimeoutSeconds,
      tags: { Name: `${name}-lb` },
    },
    opts,
  );
}

/** The listeners; the first is the one that serves, by the given action. */
export function listeners(
  name: string,
  balancer: aws.lb.LoadBalancer,
  action: aws.types.input.lb.ListenerDefaultAction,
  tls: LoadBalancerArgs["tls"],
  parent: pulumi.Resource,
): [aws.lb.Listener, ...aws.lb.Listener[]] {
  const loadBalancerArn = balancer.arn;
  const http = { loadBalancerArn, port: 80, protocol: "HTTP" };
  if (tls === "none") return [new aws.lb.Listener(`${name}-http`, { ...http, defaultActions: [action] }, { parent })];

  const https = new aws.lb.Listener(
    `${name}-https`,
    {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tls.policy ?? defaultTlsPolicy,
      certificateArn: tls.certificateArn,
      defaultActions: [action],
    },
    { parent },
  );
  furtherCertificates(`${name}-https`, https, tls, parent);
  const redirect = { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" };
  const toHttps = new aws.lb.Listener(
    `${name}-http`,
    { ...http, defaultActions: [{ type: "redirect", redirect }] },
    { parent },
  );
  return [https, toHttps];
}

/** The certificates of a listener besides its first, each called after its host. */
export function furtherCertificates(
  name: string,
  listener: aws.lb.Listener,
  { additionalCertificateArns = {} }: Tls,
  parent: pulumi.Resource,
): void {
  for (const [host, certificateArn] of Object.entries(additionalCertificateArns)) {
    new aws.lb.ListenerCertificate(`${name}-${host}`, { listenerArn: listener.arn, certificateArn }, { parent });
  }
}
