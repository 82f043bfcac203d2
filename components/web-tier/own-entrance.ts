import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import {
  checkLoadBalancerName,
  type LoadBalancerArgs,
  type LoadBalancerSettings,
  loadBalancer,
  readLoadBalancer,
} from "../load-balancer";
import { type Authentication, authenticationAction, checkAuthentication } from "../load-balancer/authentication";
import { listeners } from "../load-balancer/listeners";
import { isAny } from "../load-balancer/route";
import {
  createRoutes,
  distinctRules,
  type RoutingSettings,
  readRoutes,
  signInEgress,
  type TierRoute,
} from "../load-balancer/routes";
import { checkRetention, LogBucket } from "../log-bucket";
import { checkSpansZones, type NetworkRef } from "../network-ref";
import { SecureSgPair } from "../secure-sg-pair";
import { type Peer, privateRanges } from "../secure-sg-pair/peer";
import { createRules, type Rule } from "../secure-sg-pair/rule";
import { type PracticeRuns, readPracticeRuns } from "../zonal-autoshift";
import type { Entrance, EntranceSurroundings } from "./entrance";

/** A load balancer of the tier's own. */
export interface OwnEntranceArgs extends LoadBalancerArgs {
  /**
   * Who may connect to the load balancer, as far as its exposure lets them.
   *
   * @default anyone if it is on the internet, otherwise the private IPv4 ranges of RFC 1918
   */
  readonly sources?: readonly Peer[];
  /** Who gets past the load balancer, where no route says otherwise. @default everybody */
  readonly authentication?: Authentication;
  /** What is done with some requests, by a name of yours; all others are the servers'. @default nothing */
  readonly routes?: Readonly<Record<string, TierRoute>>;
  /** Days until an access log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly logRetentionDays?: number;
  /**
   * Lets AWS take a zone that fails out by itself, and try that once a week: an alarm of the tier ends a try.
   *
   * @default nothing shifts by itself
   */
  readonly zonalAutoshift?: PracticeRuns;
}

/** The arguments with their defaults, checked. */
export interface OwnEntranceSettings {
  readonly balancer: LoadBalancerSettings;
  readonly sources: "internet" | readonly Peer[];
  readonly authentication: Authentication | undefined;
  readonly routes: readonly RoutingSettings[];
  /** What the edge must let out besides the way to the servers. */
  readonly egress: readonly Rule[];
  readonly logRetentionDays: number | undefined;
}

export function readOwnEntrance(
  check: ArgumentCheck,
  name: string,
  args: OwnEntranceArgs & { readonly network: NetworkRef },
  isProd: boolean,
): OwnEntranceSettings {
  const { network, exposure, tls, authentication, logRetentionDays } = args;
  checkLoadBalancerName(check, name);
  checkSpansZones(check, network, exposure === "internet" ? "public" : "private");
  if (logRetentionDays !== undefined) checkRetention(check, "logRetentionDays", logRetentionDays);
  const balancer = readLoadBalancer(check, args, isProd);
  if (args.zonalAutoshift) {
    readPracticeRuns(check, "zonalAutoshift.", args.zonalAutoshift);
    check(balancer.zonalShift, "zonalAutoshift", "must be left out where zonalShift is false", args.zonalAutoshift);
  }
  const speaksTls = tls !== "none";
  if (authentication) checkAuthentication(check, "authentication", authentication, speaksTls);
  const routes = readRoutes(check, name, args.routes ?? {}, speaksTls);
  const whole = routes.find(({ route }) => isAny(route));
  const requirement = "must name a host, path, header, method, query or source: the servers would get nothing";
  check(whole === undefined, whole?.place ?? "routes", requirement, {});
  const signIn = authentication ? [signInEgress(check)] : [];
  const egress = distinctRules([...signIn, ...routes.flatMap((route) => route.egress)]);
  const sources = args.sources ?? (exposure === "internet" ? "internet" : privateRanges);
  return { balancer, sources, authentication, routes, egress, logRetentionDays };
}

/** A load balancer with its security groups and logs; its listener leads to the servers, and where routes say. */
export function ownEntrance(
  check: ArgumentCheck,
  name: string,
  settings: OwnEntranceSettings,
  { network, target, appPort, furtherPorts, appEgress, ssh }: EntranceSurroundings,
  parent: pulumi.Resource,
): Entrance {
  const { exposure, tls, ipAddressType } = settings.balancer;
  const { vpcId } = network;
  const groups = new SecureSgPair(
    `${name}-sg`,
    {
      vpcId,
      sources: settings.sources,
      listenerPorts: tls === "none" ? [80] : [443, 80],
      appPort,
      furtherAppPorts: furtherPorts,
      appEgress,
      ipv6: ipAddressType === "dualstack",
      ssh,
    },
    { parent },
  );
  const { edgeGroupId, appGroupId, sshGroupId } = groups;
  createRules(`${name}-edge`, { id: edgeGroupId }, settings.egress, parent);
  const logs = new LogBucket(`${name}-logs`, { retentionDays: settings.logRetentionDays }, { parent });
  const balancer = loadBalancer(
    name,
    settings.balancer,
    {
      subnetIds: exposure === "internet" ? network.publicSubnetIds : network.privateSubnetIds,
      securityGroupId: edgeGroupId,
      logBucket: logs.bucketName,
    },
    // AWS tries the log bucket as it makes the load balancer, so the bucket's policy must be there.
    { parent, dependsOn: [logs] },
  );
  const { authentication } = settings;
  const actions = [
    ...(authentication ? [authenticationAction(authentication)] : []),
    { type: "forward", targetGroupArn: target.arn },
  ];
  const [listener, ...others] = listeners(name, balancer, actions, settings.balancer, parent);
  createRoutes(listener.arn, settings.routes, { check, vpcId, servers: target }, parent);
  return {
    dnsName: balancer.dnsName,
    zoneId: balancer.zoneId,
    loadBalancerArn: balancer.arn,
    arnSuffix: balancer.arnSuffix,
    listenerArn: listener.arn,
    edgeGroupId,
    appGroupId,
    sshGroupId,
    ways: [listener, ...others],
  };
}
