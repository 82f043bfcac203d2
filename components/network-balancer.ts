import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { readNotify, statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import { checkLoadBalancerName } from "./load-balancer";
import { checkRetention, LogBucket } from "./log-bucket";
import { balancerAlarms, type NetworkBalancerAlarmArgs } from "./network-balancer/alarms";
import { type NetworkAttributes, networkBalancer } from "./network-balancer/balancer";
import { checkDeclaration } from "./network-balancer/declaration";
import { checkEndpointService, type EndpointServiceArgs, endpointService } from "./network-balancer/endpoint-service";
import { balancerGraphs } from "./network-balancer/graphs";
import { forwardAction, type NetworkListener, networkListener } from "./network-balancer/listener";
import { type NetworkAccess, networkGroups, readAccess } from "./network-balancer/security-groups";
import { healthOf, type NetworkTargetGroup, networkTargetGroup } from "./network-balancer/target-group";
import { ipAddressTypeOf, registerTargets, targetTypeOf } from "./network-balancer/targets";
import { checkZoneAddresses, type ZoneAddresses, zonePlace } from "./network-balancer/zone-addresses";
import { checkSpansZones, type NetworkRef } from "./network-ref";

/** Arguments of {@link NetworkBalancer}. */
export interface NetworkBalancerArgs extends NetworkAttributes, NetworkAccess {
  /** Its subnets, in two zones or more: public ones on the internet, otherwise private ones. */
  readonly network: NetworkRef;
  /** Where it listens, by names of yours: letters, digits and hyphens. At least one. */
  readonly listeners: Readonly<Record<string, NetworkListener>>;
  /** Where listeners lead, by names of yours; each must be the target of a listener. */
  readonly targetGroups: Readonly<Record<string, NetworkTargetGroup>>;
  /** The IPv4 address in each zone: an Elastic IP, a private one, or what AWS picks. @default { type: "assigned" } */
  readonly addresses?: ZoneAddresses;
  /** Offers it to other VPCs and accounts over AWS PrivateLink. @default no service */
  readonly endpointService?: EndpointServiceArgs;
  /** Days until an access log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly logRetentionDays?: number;
  /** Whom its alarms tell: unwell targets, no port left. @default nobody: they show in CloudWatch */
  readonly alarms?: OrNone<NetworkBalancerAlarmArgs>;
}

/**
 * A Network Load Balancer: TCP, UDP, TLS and QUIC, millions of connections, and one address in each zone that never
 * changes, in front of servers, IP addresses or an Application Load Balancer.
 *
 * @example
 * import { Network } from "./components/network";
 * import { NetworkBalancer } from "./components/network-balancer";
 * import { ServerGroup } from "./components/server-group";
 *
 * const network = new Network("net", { zones: 2 });
 * const balancer = new NetworkBalancer("game", {
 *   network,
 *   exposure: "internet",
 *   addresses: { type: "elasticIps" },
 *   listeners: { play: { protocol: "udp", port: 7777, target: "play" } },
 *   targetGroups: {
 *     play: { protocol: "udp", port: 7777, targets: { type: "instances" }, healthCheck: { protocol: "tcp", port: 8080 } },
 *   },
 * });
 * const servers = new ServerGroup(
 *   "game",
 *   {
 *     subnetIds: network.privateSubnetIds,
 *     securityGroupIds: balancer.appGroupIds,
 *     targetGroupArns: Object.values(balancer.targetGroupArns),
 *   },
 *   { dependsOn: balancer },
 * );
 */
export class NetworkBalancer extends pulumi.ComponentResource implements Charted {
  /** The DNS name. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of that name, for an alias record. */
  readonly zoneId: pulumi.Output<string>;
  /** The ARN. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The end of the ARN, by which metrics name it. */
  readonly arnSuffix: pulumi.Output<string>;
  /** The IPv4 addresses that stay, in the order of the subnets; none where AWS assigns them. */
  readonly addresses: pulumi.Output<string>[];
  /** The ARNs of the target groups, by name. */
  readonly targetGroupArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** The id of its security group, for what is to let it in; undefined with a QUIC listener. */
  readonly edgeGroupId: pulumi.Output<string> | undefined;
  /** The id of the security group for the instances behind, alone in a list; none where there are no instances. */
  readonly appGroupIds: pulumi.Output<string>[];
  /** The name under which others ask for an endpoint; undefined without an endpoint service. */
  readonly endpointServiceName: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, or the network has one zone. */
  constructor(name: string, args: NetworkBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:NetworkBalancer", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "network balancer", name);
    const { network, exposure, ipAddressType = "ipv4", listeners, targetGroups } = args;
    const { addresses = { type: "assigned" }, zonalShift = true, deletionProtection = environment() === "prod" } = args;
    checkLoadBalancerName(check, name);
    const tier = exposure === "internet" ? "public" : "private";
    checkSpansZones(check, network, tier);
    const subnetIds = network[`${tier}SubnetIds`];
    checkZoneAddresses(check, addresses, subnetIds, exposure);
    const { takesGroups, translatesUdp } = checkDeclaration(check, name, args);
    const access = readAccess(check, args, { exposure, ipAddressType });
    if (args.endpointService) checkEndpointService(check, args.endpointService);
    const { alarms = {} } = args;
    const notify = alarms === "none" ? undefined : readNotify(check, "alarms.notify", alarms.notify);
    if (args.logRetentionDays !== undefined) checkRetention(check, "logRetentionDays", args.logRetentionDays);

    const groups = takesGroups
      ? networkGroups(name, network.vpcId, access, listeners, targetGroups, this)
      : { edge: undefined, app: undefined };
    const logArgs = { retentionDays: args.logRetentionDays, writer: "network" } as const;
    const logs = new LogBucket(`${name}-logs`, logArgs, { parent: this });
    const zones = zonePlace(name, addresses, subnetIds, this);
    const balancer = networkBalancer(
      name,
      { ...args, ipAddressType, zonalShift, deletionProtection },
      { place: zones.place, securityGroupId: groups.edge?.id, logBucket: logs.bucketName, translatesUdp },
      {
        parent: this,
        // AWS tries the log bucket as it makes the load balancer, so the bucket's policy must be there.
        dependsOn: [logs],
        // An address cannot be at two balancers at once.
        deleteBeforeReplace: addresses.type !== "assigned",
      },
    );
    const targets = Object.entries(targetGroups).map(([key, group]) => {
      const { targets } = group;
      const surroundings = {
        vpcId: network.vpcId,
        targetType: targetTypeOf(targets),
        ipAddressType: ipAddressTypeOf(targets),
        healthCheck: healthOf(group),
      };
      const made = networkTargetGroup(`${name}-${key}`, surroundings, group, this);
      registerTargets(`${name}-${key}`, targets, made, this);
      return [key, made] as const;
    });
    this.targetGroupArns = Object.fromEntries(targets.map(([key, { arn }]) => [key, arn]));
    for (const [key, listener] of Object.entries(listeners)) this.listen(`${name}-${key}`, balancer, listener);
    const alarmSet = new AlarmSet(name, this, notify && statedTopicArn(name, notify, this));
    const made = Object.fromEntries(targets);
    if (notify) balancerAlarms(alarmSet, balancer, made);
    const { endpointService: service } = args;
    const offered = service && endpointService(name, service, balancer, ipAddressType, this);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: balancerGraphs(balancer, made) };
    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.loadBalancerArn = balancer.arn;
    this.arnSuffix = balancer.arnSuffix;
    this.addresses = zones.addresses;
    this.edgeGroupId = groups.edge?.id;
    this.appGroupIds = groups.app ? [groups.app.id] : [];
    this.endpointServiceName = offered?.serviceName;
    this.registerOutputs({
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      loadBalancerArn: this.loadBalancerArn,
      arnSuffix: this.arnSuffix,
      addresses: this.addresses,
      targetGroupArns: this.targetGroupArns,
      edgeGroupId: this.edgeGroupId,
      appGroupIds: this.appGroupIds,
      endpointServiceName: this.endpointServiceName,
    });
  }

  private listen(name: string, balancer: aws.lb.LoadBalancer, listener: NetworkListener): void {
    const { target } = listener;
    const isShifted = typeof target !== "string" && !target.resetWeights;
    const action = forwardAction(target, (key) => this.targetGroupArns[key] ?? "");
    const opts = { parent: this, ignoreChanges: isShifted ? ["defaultActions"] : undefined };
    networkListener(`${name}-listener`, balancer.arn, listener, action, opts);
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}
