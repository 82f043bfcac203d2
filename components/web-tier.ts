import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";
import {
  checkLoadBalancerName,
  type LoadBalancerArgs,
  listeners,
  loadBalancer,
  readLoadBalancer,
} from "./load-balancer";
import { checkRetention, LogBucket } from "./log-bucket";
import { checkSpansZones, type NetworkRef } from "./network-ref";
import { type AppEgress, SecureSgPair } from "./secure-sg-pair";
import { type Peer, privateRanges } from "./secure-sg-pair/peer";
import { readTargetGroup, type TargetGroupArgs, targetGroup } from "./target-group";
import { type AlarmArgs, alarmTopicArn, capacityAlarm, readAlarms, serviceAlarms } from "./web-tier/alarms";
import { autoScalingGroup, type GroupArgs, readGroup } from "./web-tier/auto-scaling-group";
import { type InstanceArgs, launchTemplate, readInstances } from "./web-tier/launch-template";
import { scalingPolicy } from "./web-tier/scaling-policies";

/** Arguments of {@link WebTier}: its load balancer, its target group, its instances, their group, and what is around. */
export interface WebTierArgs extends LoadBalancerArgs, TargetGroupArgs, InstanceArgs, GroupArgs {
  /** Where it stands: subnets in two zones or more. */
  readonly network: NetworkRef;
  /**
   * Who may connect to the load balancer, as far as its exposure lets them.
   *
   * @default anyone if it is on the internet, otherwise the private IPv4 ranges of RFC 1918
   */
  readonly sources?: readonly Peer[];
  /** What the instances may connect to besides HTTPS. @default nothing else */
  readonly appEgress?: readonly AppEgress[];
  /** Who may open SSH to the instances; never the world. @default nobody: Session Manager needs no open port */
  readonly ssh?: { readonly from: readonly Peer[] };
  /** The subnets of the instances. `"public"` gives each a public address and saves the NAT gateways. @default "private" */
  readonly instanceSubnets?: "private" | "public";
  /** Days until an access log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly logRetentionDays?: number;
  /** When the tier calls for help, and whom. @default 5 % errors, 1 s, a topic that nobody reads yet */
  readonly alarms?: AlarmArgs;
}

/**
 * A load balancer over a group of servers in two zones or more, which grows with the load and replaces what is unwell:
 * ALB → auto-scaled EC2.
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
 *   scaling: [
 *     { type: "target", metric: "requestsPerTarget", target: 1000 },
 *     { type: "schedule", name: "friday-evening", recurrence: "0 17 * * FRI", timeZone: "Europe/London", minSize: 4 },
 *   ],
 * });
 */
export class WebTier extends pulumi.ComponentResource {
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
  /** The id of the servers' security group, for whatever is to let them in. */
  readonly appGroupId: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify. */
  readonly alarmTopicArn: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes, the sizes contradict each other, or the tier has one zone. */
  constructor(name: string, args: WebTierArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:WebTier", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "web tier", name);
    const isProd = environment() === "prod";
    const { network, exposure, tls, instanceSubnets = "private" } = args;
    checkLoadBalancerName(check, name);
    checkZones(check, args);
    if (args.logRetentionDays !== undefined) checkRetention(check, "logRetentionDays", args.logRetentionDays);
    const entrance = readLoadBalancer(check, args, isProd);
    const targets = readTargetGroup(check, args);
    const instances = readInstances(check, args, isProd ? "m7g.medium" : "t4g.micro");
    const group = readGroup(check, args, isProd ? 3 : 2);
    const alarms = readAlarms(check, args.alarms ?? {});

    const securityGroups = new SecureSgPair(
      `${name}-sg`,
      {
        vpcId: network.vpcId,
        sources: args.sources ?? (exposure === "internet" ? "internet" : privateRanges),
        listenerPorts: tls === "none" ? [80] : [443, 80],
        appPort: targets.appPort,
        appEgress: args.appEgress,
        ipv6: entrance.ipAddressType === "dualstack",
        ssh: args.ssh,
      },
      { parent: this },
    );
    const logs = new LogBucket(`${name}-logs`, { retentionDays: args.logRetentionDays }, { parent: this });
    const balancer = loadBalancer(
      name,
      entrance,
      {
        subnetIds: exposure === "internet" ? network.publicSubnetIds : network.privateSubnetIds,
        securityGroupId: securityGroups.edgeGroupId,
        logBucket: logs.bucketName,
      },
      // AWS tries the log bucket as it makes the load balancer, so the bucket's policy must be there.
      { parent: this, dependsOn: [logs] },
    );
    const target = targetGroup(`${name}-tg`, { vpcId: network.vpcId, targetType: "instance" }, targets, this);
    const [listener, ...others] = listeners(name, balancer, { type: "forward", targetGroupArn: target.arn }, tls, this);

    const topicArn = alarmTopicArn(name, alarms, this);
    const watched = { balancer, target, topicArn };
    const rollbackAlarms = serviceAlarms(name, alarms, watched, group.healthCheckGraceSeconds, this);

    const { appGroupId, sshGroupId } = securityGroups;
    const template = launchTemplate(
      name,
      instances,
      {
        securityGroupIds: sshGroupId ? [appGroupId, sshGroupId] : [appGroupId],
        publicAddress: instanceSubnets === "public",
      },
      this,
    );
    const scaled = autoScalingGroup(
      name,
      group,
      {
        template,
        instanceTypes: instances.instanceTypes,
        tags: instances.instanceTags,
        subnetIds: instanceSubnets === "public" ? network.publicSubnetIds : network.privateSubnetIds,
        target,
        rollbackAlarms,
      },
      // Health is checked only once a listener uses the target group.
      { parent: this, dependsOn: [listener, ...others] },
    );
    for (const scaling of group.scaling) {
      scalingPolicy(name, scaling, { group: scaled, balancer, target }, this);
    }
    // A group of fixed size is always at its greatest.
    if (group.maxSize > group.minSize) capacityAlarm(name, scaled, topicArn, this);

    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.loadBalancerArn = balancer.arn;
    this.listenerArn = listener.arn;
    this.targetGroupArn = target.arn;
    this.groupName = scaled.name;
    this.appGroupId = appGroupId;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      loadBalancerArn: this.loadBalancerArn,
      listenerArn: this.listenerArn,
      targetGroupArn: this.targetGroupArn,
      groupName: this.groupName,
      appGroupId: this.appGroupId,
      alarmTopicArn: this.alarmTopicArn,
    });
  }
}

function checkZones(check: ArgumentCheck, { network, exposure, instanceSubnets = "private" }: WebTierArgs): void {
  for (const tier of ["public", "private"] as const) {
    const used = instanceSubnets === tier || (exposure === "internet" ? "public" : "private") === tier;
    if (used) checkSpansZones(check, network, tier);
  }
}
