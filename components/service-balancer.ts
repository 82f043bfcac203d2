import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { requestGraphs } from "./dashboard/request-graphs";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import { checkLoadBalancerName, type LoadBalancerArgs, loadBalancer, readLoadBalancer } from "./load-balancer";
import { listeners } from "./load-balancer/listeners";
import type { RouteSettings } from "./load-balancer/route";
import { placeApart } from "./load-balancer/route-collisions";
import { type BalancerRoute, createRoutes, readRoutes } from "./load-balancer/routes";
import type { Tls } from "./load-balancer/tls";
import { checkRetention, LogBucket } from "./log-bucket";
import { networkBalancer } from "./network-balancer/balancer";
import { checkSpansZones, type NetworkRef } from "./network-ref";
import type { Peer } from "./secure-sg-pair/peer";
import { createRules, type Rule, ruleName } from "./secure-sg-pair/rule";
import { edgeGroup, listenerPort, readSources } from "./service-balancer/edge-group";
import { type AlarmArgs, balancerErrors, readAlarms } from "./web-tier/alarms";

/** Arguments of {@link ServiceBalancer}. */
export type ServiceBalancerArgs = BalancerSurroundings & (RoutingBalancerArgs | NetworkBalancerArgs);

/** Where a balancer stands. */
export interface BalancerSurroundings {
  /** Its subnets, in two zones or more: public ones on the internet, otherwise private ones. */
  readonly network: NetworkRef;
  /** Whether a network balancer admits to the next port as well, where new versions are tested. @default false */
  readonly hasTestListener?: boolean;
  /** When what an application balancer fails by itself calls for help, and whom. @default 5 %, nobody: it shows in CloudWatch */
  readonly alarms?: OrNone<Pick<AlarmArgs, "notify" | "errorPercent">>;
}

/** HTTP and HTTPS, for one service or for many by their requests. What is nobody's is answered with 404. */
export interface ApplicationBalancerArgs extends LoadBalancerArgs, BalancerAccess {
  readonly type: "application";
}

/** HTTP and HTTPS with rules of its own beside those of the services. */
export interface RoutingBalancerArgs extends ApplicationBalancerArgs {
  /** What is done with some requests that are no service's, by a name of yours. @default nothing */
  readonly routes?: Readonly<Record<string, BalancerRoute>>;
}

/** TCP and TLS, for one service. */
export interface NetworkBalancerArgs extends BalancerAccess {
  readonly type: "network";
  /** Who can reach it: the internet, or only what has a way into the network. */
  readonly exposure: "internet" | "internal";
  /** The certificate with which it speaks TLS. `"none"` passes on what comes. */
  readonly tls: Tls | "none";
  /** The port on which it listens, 1–65534. @default 443 with TLS, otherwise 80 */
  readonly port?: number;
  /** Whether it cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
}

/** Who may connect, and how long that is remembered. */
export interface BalancerAccess {
  /**
   * Who may connect, as far as the exposure lets them. Nobody, `[]`, is for an internal one whose callers bring a rule of
   * their own for its security group.
   *
   * @default anyone if it is on the internet, otherwise the private IPv4 ranges of RFC 1918
   */
  readonly sources?: readonly Peer[];
  /** Days until an access log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly logRetentionDays?: number;
}

/**
 * The load balancer of container services and web tiers: one service's own, or one that many share, each with the
 * requests that are its. A service or tier takes its place by itself and leaves the others' rules as they are.
 *
 * @example
 * import { Network } from "./components/network";
 * import { ServiceBalancer } from "./components/service-balancer";
 * import { WebTier } from "./components/web-tier";
 *
 * const network = new Network("net", { zones: 2 });
 * const shared = new ServiceBalancer("shop", {
 *   type: "application",
 *   network,
 *   exposure: "internet",
 *   tls: { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9" },
 *   routes: { old: { paths: ["/old/*"], action: { type: "redirect", path: "/" } } },
 * });
 * new WebTier("shop-api", { network, balancing: { type: "shared", balancer: shared, paths: ["/api", "/api/*"] } });
 * new WebTier("shop-web", { network, balancing: { type: "shared", balancer: shared } });
 */
export class ServiceBalancer extends pulumi.ComponentResource implements Charted {
  /** The DNS name. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of that name, for an alias record. */
  readonly zoneId: pulumi.Output<string>;
  /** The ARN. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The end of the ARN, by which metrics name it. */
  readonly arnSuffix: pulumi.Output<string>;
  /** The ARN of the listener that serves; undefined for a network balancer, whose listener comes with its service. */
  readonly listenerArn: pulumi.Output<string> | undefined;
  /** The id of its security group, for what is to let it in. */
  readonly edgeGroupId: pulumi.Output<string>;

  private readonly section: DashboardSection;
  private readonly edgeName: string;
  private readonly speaksTls: boolean;
  private readonly routes = new Map<string, RouteSettings>();
  private readonly opened = new Set<string>();

  /** @throws when an argument is not one that AWS takes, or the network has one zone. */
  constructor(name: string, args: ServiceBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ServiceBalancer", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "service balancer", name);
    checkLoadBalancerName(check, name);
    checkBalancer(check, args);
    const { type, network, exposure, tls, logRetentionDays } = args;
    const tier = exposure === "internet" ? "public" : "private";
    checkSpansZones(check, network, tier);
    const routes = args.type === "application" ? readRoutes(check, name, args.routes ?? {}, tls !== "none") : [];
    const isWatched = type === "application" || args.alarms === undefined || args.alarms === "none";
    check(isWatched, "alarms", "must be left out for a network balancer, whose service watches it", args.alarms);
    const alarms = type === "application" ? readAlarms(check, args.alarms) : undefined;

    const edge = edgeGroup(check, name, args, this);
    const logs = new LogBucket(`${name}-logs`, { retentionDays: logRetentionDays, writer: type }, { parent: this });
    const surroundings = {
      subnetIds: network[`${tier}SubnetIds`],
      securityGroupId: edge.id,
      logBucket: logs.bucketName,
    };
    const isProd = environment() === "prod";
    // AWS tries the log bucket as it makes the load balancer, so the bucket's policy must be there.
    const opened = { parent: this, dependsOn: [logs] };
    let balancer: aws.lb.LoadBalancer;
    switch (args.type) {
      case "application": {
        const settings = readLoadBalancer(check, args, isProd);
        balancer = loadBalancer(name, settings, surroundings, opened);
        const notFound = { contentType: "text/plain", messageBody: "Not found", statusCode: "404" };
        const action = { type: "fixed-response", fixedResponse: notFound };
        this.listenerArn = listeners(name, balancer, [action], settings, this)[0].arn;
        createRoutes(this.listenerArn, routes, { check, vpcId: network.vpcId, servers: undefined }, this);
        break;
      }
      case "network":
        balancer = networkBalancer(
          name,
          { deletionProtection: isProd, ...args },
          { ...surroundings, place: { subnets: surroundings.subnetIds } },
          opened,
        );
        this.listenerArn = undefined;
        break;
    }

    const alarmSet = new AlarmSet(name, this, alarms && statedTopicArn(name, alarms.notify, this));
    if (alarms) alarmSet.alarm("lb-5xx", balancerErrors(alarms.errorPercent, balancer.arnSuffix));
    const graphs = type === "application" ? requestGraphs({ LoadBalancer: balancer.arnSuffix }) : [];

    this.section = { title: name, alarmArns: alarmSet.arns, graphs };
    this.edgeName = `${name}-edge`;
    this.speaksTls = tls !== "none";
    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.loadBalancerArn = balancer.arn;
    this.arnSuffix = balancer.arnSuffix;
    this.edgeGroupId = edge.id;
    for (const { place, route } of routes) this.routes.set(place, route);
    this.letOut(routes.flatMap(({ egress }) => egress));
    this.registerOutputs({
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      loadBalancerArn: this.loadBalancerArn,
      arnSuffix: this.arnSuffix,
      listenerArn: this.listenerArn,
      edgeGroupId: this.edgeGroupId,
    });
  }

  /**
   * Gives requests to a service or a tier, before anything of it exists.
   *
   * @param service its name
   * @param needsTls what it needs that must be spoken to the balancer by HTTPS: "HTTP/2 and gRPC"
   * @returns the route at its place among the others
   * @throws when another has the same requests or the same priority.
   */
  claim(check: ArgumentCheck, service: string, route: RouteSettings, needsTls?: string): RouteSettings {
    check(this.listenerArn !== undefined, "balancing.balancer", "must be an application balancer", "network");
    check(this.speaksTls || !needsTls, "balancing.balancer", `must have tls for ${needsTls}`, "none");
    const placed = placeApart(check, "balancing", route, this.routes);
    this.routes.set(service, placed);
    return placed;
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }

  /** Lets it out to what rules need besides services and tiers, each only once: AWS refuses the same rule twice. */
  letOut(rules: readonly Rule[]): void {
    for (const rule of rules) {
      const key = ruleName(this.edgeName, rule);
      if (!this.opened.has(key)) createRules(this.edgeName, { id: this.edgeGroupId }, [rule], this);
      this.opened.add(key);
    }
  }
}

/** Also for a service with a balancer of its own: its own arguments are then named before its first child exists. */
export function checkBalancer(check: ArgumentCheck, args: ApplicationBalancerArgs | NetworkBalancerArgs): void {
  if (args.logRetentionDays !== undefined) checkRetention(check, "logRetentionDays", args.logRetentionDays);
  readSources(check, args);
  if (args.type === "application") {
    readLoadBalancer(check, args, false);
    return;
  }
  const port = listenerPort(args);
  check(Number.isInteger(port) && port >= 1 && port <= 65534, "port", "must be a whole number from 1 to 65534", port);
  // The next port is the test listener's.
  const isAdmins = [22, 3389].some((admins) => port === admins || port + 1 === admins);
  check(!isAdmins, "port", "must not be 22 or 3389, nor the one before, whose next is the test listener's", port);
}
