import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { hostGraph, requestGraphs } from "./dashboard/request-graphs";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import { checkSpansZones, type NetworkRef } from "./network-ref";
import type { AppEgress } from "./secure-sg-pair";
import type { Peer } from "./secure-sg-pair/peer";
import { type GroupAlarmArgs, groupAlarms, readGroupAlarms } from "./server-group/alarms";
import type { GroupArgs } from "./server-group/auto-scaling-group";
import { groupGraphs } from "./server-group/graphs";
import type { InstanceArgs } from "./server-group/launch-template";
import { readServers, servers } from "./server-group/servers";
import { checkProtocolVersion, readTargetGroup, type TargetGroupArgs, targetGroup, targetPorts } from "./target-group";
import { type AlarmArgs, alarmTopicArn, capacityAlarm, readAlarms, serviceAlarms } from "./web-tier/alarms";
import type { Entrance, EntranceSurroundings } from "./web-tier/entrance";
import { type OwnEntranceArgs, ownEntrance, readOwnEntrance } from "./web-tier/own-entrance";
import { readSharedPlace, type SharedPlace, sharedEntrance } from "./web-tier/shared-entrance";
import { ZonalAutoshift } from "./zonal-autoshift";

/** Arguments of {@link WebTier} with a load balancer of its own. */
export interface WebTierArgs extends ServersArgs, OwnEntranceArgs {
  readonly balancing?: undefined;
}

/** Arguments of {@link WebTier} on a load balancer that it shares: the balancer's own arguments are there, not here. */
export interface SharedWebTierArgs extends ServersArgs, Readonly<Partial<Record<keyof OwnEntranceArgs, undefined>>> {
  /** Which requests of which load balancer are this tier's. */
  readonly balancing: SharedPlace;
}

/** The servers of a tier: their target group, what they are, their group, and what is around. */
export interface ServersArgs extends TargetGroupArgs, InstanceArgs, GroupArgs {
  /** Where it stands: subnets in two zones or more. */
  readonly network: NetworkRef;
  /** What the instances may connect to besides HTTPS. @default nothing else */
  readonly appEgress?: readonly AppEgress[];
  /** Who may open SSH to the instances; never the world. @default nobody: Session Manager needs no open port */
  readonly ssh?: { readonly from: readonly Peer[] };
  /** The subnets of the instances. `"public"` gives each a public address and saves the NAT gateways. @default "private" */
  readonly instanceSubnets?: "private" | "public";
  /** When the tier calls for help, and whom. @default 5 % errors, 1 s, 90 % CPU, a topic that nobody reads yet */
  readonly alarms?: OrNone<AlarmArgs & GroupAlarmArgs>;
}

/**
 * A load balancer over a group of servers in two zones or more, which grows with the load and replaces what is unwell:
 * ALB → auto-scaled EC2. The load balancer is the tier's own, or one on which it has a place.
 *
 * @example
 * import { Network } from "./components/network";
 * import { WebTier } from "./components/web-tier";
 *
 * const network = new Network("net", { zones: 2 });
 * const shop = new WebTier("shop", {
 *   network,
 *   exposure: "internet",
 *   tls: { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9" },
 *   userData: "#!/bin/bash\ndnf install -y httpd\necho ok > /var/www/html/health\nsystemctl enable --now httpd\n",
 *   routes: {
 *     old: { paths: ["/old/*"], action: { type: "redirect", path: "/" } },
 *     frozen: { methods: ["POST"], action: { type: "fixedResponse", statusCode: 503, body: "Closed for today" } },
 *   },
 *   scaling: [
 *     { type: "target", metric: "requestsPerTarget", target: 1000 },
 *     { type: "schedule", name: "friday-evening", recurrence: "0 17 * * FRI", timeZone: "Europe/London", minSize: 4 },
 *   ],
 * });
 */
export class WebTier extends pulumi.ComponentResource implements Charted {
  /** The load balancer's DNS name. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of that name, for an alias record. */
  readonly zoneId: pulumi.Output<string>;
  /** The ARN of the load balancer. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The ARN of the listener that serves: HTTPS, or HTTP without TLS. */
  readonly listenerArn: pulumi.Output<string>;
  /** The ARN of the target group. */
  readonly targetGroupArn: pulumi.Output<string>;
  /** The name of the group of servers. */
  readonly groupName: pulumi.Output<string>;
  /** The ARN of that group. */
  readonly groupArn: pulumi.Output<string>;
  /** The id of the load balancer's security group, for what is to let it in. */
  readonly edgeGroupId: pulumi.Output<string>;
  /** The id of the servers' security group, for whatever is to let them in. */
  readonly appGroupId: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, the sizes contradict each other, or the tier has one zone. */
  constructor(name: string, args: WebTierArgs | SharedWebTierArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:WebTier", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "web tier", name);
    const isProd = environment() === "prod";
    const { network, appEgress, ssh, instanceSubnets = "private" } = args;
    const openEntrance = readEntrance(check, name, args, isProd);
    checkSpansZones(check, network, instanceSubnets);
    const targets = readTargetGroup(check, args);
    if (args.balancing === undefined) checkProtocolVersion(check, targets, args.tls !== "none");
    const [appPort, ...furtherPorts] = targetPorts(targets);
    const subnetIds = instanceSubnets === "public" ? network.publicSubnetIds : network.privateSubnetIds;
    const zones = Array.isArray(subnetIds) ? subnetIds.length : undefined;
    const settings = readServers(check, args, isProd, zones);
    const alarms = readAlarms(check, args.alarms);
    const ofGroup = readGroupAlarms(check, args.alarms, settings.instances.cloudWatchAgent);
    const isWatched = alarms !== undefined || !args.zonalAutoshift;
    check(isWatched, "alarms", 'must not be "none" with zonalAutoshift, whose practice they end', args.alarms);

    const target = targetGroup(`${name}-tg`, { vpcId: network.vpcId, targetType: "instance" }, targets, this);
    const entrance = openEntrance({ network, target, appPort, furtherPorts, appEgress, ssh }, this);

    const topicArn = alarms && alarmTopicArn(name, alarms, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    const watched = { balancer: entrance, isOwn: args.balancing === undefined, target };
    const { minSize, maxSize, healthCheckGraceSeconds } = settings.group;
    const rollbackAlarms = alarms ? serviceAlarms(alarmSet, alarms, watched, healthCheckGraceSeconds) : [];
    if (args.zonalAutoshift) {
      const outcomeAlarmArns = rollbackAlarms.map((alarm) => alarm.arn);
      const autoshift = { resourceArn: entrance.loadBalancerArn, outcomeAlarmArns, ...args.zonalAutoshift };
      new ZonalAutoshift(`${name}-autoshift`, autoshift, { parent: this });
    }

    const { appGroupId, sshGroupId } = entrance;
    const { group } = servers(
      name,
      settings,
      {
        kind: "web tier",
        securityGroupIds: sshGroupId ? [appGroupId, sshGroupId] : [appGroupId],
        publicAddress: instanceSubnets === "public",
        subnetIds,
        targetGroupArns: [target.arn],
        rollbackAlarms: rollbackAlarms.map((alarm) => alarm.name),
        requests: { balancer: entrance, target },
      },
      this,
      // Health is checked only once a listener or a rule uses the target group.
      [...entrance.ways],
    );
    // A group of fixed size is always at its greatest.
    if (alarms && maxSize > minSize) capacityAlarm(alarmSet, group, settings.instances.types.isWeighted);
    if (ofGroup) groupAlarms(alarmSet, ofGroup, group);
    const dimensions = { LoadBalancer: entrance.arnSuffix, TargetGroup: target.arnSuffix };
    const ofTarget = [...requestGraphs(dimensions), hostGraph("AWS/ApplicationELB", dimensions)];
    const graphs = [...ofTarget, ...groupGraphs(group, settings.instances)];

    this.section = { title: name, alarmArns: alarmSet.arns, graphs };
    this.dnsName = entrance.dnsName;
    this.zoneId = entrance.zoneId;
    this.loadBalancerArn = entrance.loadBalancerArn;
    this.listenerArn = entrance.listenerArn;
    this.targetGroupArn = target.arn;
    this.groupName = group.name;
    this.groupArn = group.arn;
    this.edgeGroupId = entrance.edgeGroupId;
    this.appGroupId = appGroupId;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      loadBalancerArn: this.loadBalancerArn,
      listenerArn: this.listenerArn,
      targetGroupArn: this.targetGroupArn,
      groupName: this.groupName,
      groupArn: this.groupArn,
      edgeGroupId: this.edgeGroupId,
      appGroupId: this.appGroupId,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

/** Checks how requests come in; what leads them is made once there is a target group. */
function readEntrance(
  check: ArgumentCheck,
  name: string,
  args: WebTierArgs | SharedWebTierArgs,
  isProd: boolean,
): (around: EntranceSurroundings, parent: pulumi.Resource) => Entrance {
  if (args.balancing === undefined) {
    const settings = readOwnEntrance(check, name, args, isProd);
    return (around, parent) => ownEntrance(check, name, settings, around, parent);
  }
  const place = readSharedPlace(check, name, args.balancing, args);
  return (around, parent) => sharedEntrance(check, name, place, around, parent);
}
