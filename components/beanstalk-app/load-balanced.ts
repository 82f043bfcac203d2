import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { defaultTlsPolicy, type Tls } from "../load-balancer/tls";
import { checkRetention } from "../log-bucket";
import { logPrefixes } from "../log-bucket/balancer-logs";
import { checkSpansZones, type NetworkRef } from "../network-ref";
import { type Peer, readPeers } from "../secure-sg-pair/peer";
import type { Capacity } from "./capacity";
import { checkChoice } from "./choice";
import { type ProcessArgs, processOptions } from "./health-check";
import { checkNumber, joined, type Options } from "./options";

/** Behind an Application Load Balancer that Elastic Beanstalk makes for this environment alone. */
export interface LoadBalancedTier extends ProcessArgs {
  readonly type: "loadBalanced";
  /** Who can reach the load balancer: the internet, or only what has a way into the network. */
  readonly exposure: "internet" | "internal";
  /** The certificate with which it speaks HTTPS on 443; 80 then only redirects there. `"none"` serves plain HTTP on 80. */
  readonly tls: Pick<Tls, "certificateArn" | "policy"> | "none";
  /** Who may connect. @default anyone if it is on the internet, otherwise the private IPv4 ranges of RFC 1918 */
  readonly sources?: readonly Peer[];
  /** The addresses that it has. `"dualstack"` adds IPv6 and needs subnets that have it. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /** Seconds that a connection may be silent, 1–3600. @default 60 */
  readonly idleTimeoutSeconds?: number;
  /** Days until an access log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly logRetentionDays?: number;
  /** How many instances there are. @default 2 to 4 in dev, 3 to 6 in prod */
  readonly capacity?: Capacity;
}

/** What is made for a load balancer. */
export interface BalancerPlace {
  readonly edgeGroupId?: pulumi.Input<string>;
  readonly logBucket?: pulumi.Input<string>;
}

export function readLoadBalanced(
  check: ArgumentCheck,
  tier: LoadBalancedTier,
  network: NetworkRef,
): (place: BalancerPlace) => Options {
  const { exposure, tls, sources, ipAddressType, idleTimeoutSeconds = 60, logRetentionDays } = tier;
  checkChoice(check, "tier.exposure", ["internet", "internal"], exposure);
  if (ipAddressType) checkChoice(check, "tier.ipAddressType", ["ipv4", "dualstack"], ipAddressType);
  const hasTls = tls === "none" || typeof tls === "object";
  check(hasTls, "tier.tls", 'must be a map with certificateArn, or "none"', tls);
  const subnets = exposure === "internet" ? "public" : "private";
  checkSpansZones(check, network, subnets);
  if (sources) readPeers(sources, "tier.sources", check);
  checkNumber(check, "tier.idleTimeoutSeconds", ["aws:elbv2:loadbalancer", "IdleTimeout"], idleTimeoutSeconds);
  if (logRetentionDays !== undefined) checkRetention(check, "tier.logRetentionDays", logRetentionDays);
  const process = processOptions(check, tier);
  return ({ edgeGroupId, logBucket }) => ({
    ...process,
    "aws:elasticbeanstalk:environment": { EnvironmentType: "LoadBalanced", LoadBalancerType: "application" },
    "aws:ec2:vpc": {
      ELBScheme: exposure === "internet" ? "public" : "internal",
      ELBSubnets: joined(network[`${subnets}SubnetIds`]),
    },
    "aws:elbv2:loadbalancer": {
      AccessLogsS3Enabled: true,
      AccessLogsS3Bucket: logBucket,
      AccessLogsS3Prefix: logPrefixes.access,
      IdleTimeout: idleTimeoutSeconds,
      // Both: otherwise Elastic Beanstalk makes one of its own, open to the world.
      ManagedSecurityGroup: edgeGroupId,
      SecurityGroups: edgeGroupId,
      ...(ipAddressType === "dualstack" && { IpAddressType: ipAddressType }),
    },
    ...listenerOptions(tls),
  });
}

function listenerOptions(tls: LoadBalancedTier["tls"]): Options {
  if (tls === "none") return { "aws:elbv2:listener:default": { ListenerEnabled: true, Protocol: "HTTP" } };
  return {
    // No option makes a listener redirect: Elastic Beanstalk leaves port 80 alone, and redirect() takes it.
    "aws:elbv2:listener:default": { ListenerEnabled: false },
    "aws:elbv2:listener:443": {
      ListenerEnabled: true,
      Protocol: "HTTPS",
      SSLCertificateArns: tls.certificateArn,
      SSLPolicy: tls.policy ?? defaultTlsPolicy,
    },
  };
}

/**
 * The listener on port 80 of an environment's own load balancer, which sends everybody to HTTPS.
 *
 * AWS's page on the redirection has it done by the instances' proxies or by a rule that is added to the listener outside
 * of Elastic Beanstalk (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/configuring-https-httpredirect.html). A
 * listener of our own is neither: nothing of Elastic Beanstalk's own is changed behind its back, and no bundle must bring it.
 */
export function redirect(name: string, environment: aws.elasticbeanstalk.Environment, parent: pulumi.Resource): void {
  const toHttps = { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" };
  new aws.lb.Listener(
    `${name}-http`,
    {
      loadBalancerArn: environment.loadBalancers.apply(([arn = ""]) => arn),
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: toHttps }],
    },
    { parent },
  );
}
