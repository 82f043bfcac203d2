import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { notifiedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { hostGraph } from "./dashboard/request-graphs";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import { applianceAlarm } from "./gateway-inspection/appliance-alarm";
import { applianceGroup } from "./gateway-inspection/appliance-group";
import { type GatewayBalancerArgs, gatewayBalancer, readGatewayBalancer } from "./gateway-inspection/gateway-balancer";
import { insertEndpoints } from "./gateway-inspection/inserted-routes";
import { checkLoadBalancerName } from "./load-balancer";
import type { InspectionPlace } from "./network/inspection-place";
import { checkSpansZones, type NetworkRef } from "./network-ref";
import type { GroupMetric } from "./scaling";
import { ServerGroup } from "./server-group";
import { type GroupAlarmArgs, readGroupAlarms } from "./server-group/alarms";
import type { GroupArgs } from "./server-group/auto-scaling-group";
import type { InstanceArgs } from "./server-group/launch-template";

/** Arguments of {@link GatewayInspection}: its load balancer, its appliances, their group, and what they inspect. */
export interface GatewayInspectionArgs extends GatewayBalancerArgs, InstanceArgs, GroupArgs<GroupMetric> {
  /** What is inspected: a network with the tier `inspection`, whose public subnets lead nowhere yet. */
  readonly network: InspectedNetwork;
  /**
   * Where the appliances stand: another network, or they would have to inspect their own way out before they can start.
   * It needs private subnets in each zone of the inspected one, and IPv6 if that one has it.
   */
  readonly applianceNetwork: ApplianceNetwork;
  /**
   * Who else may lead traffic here by an endpoint of their own: ARNs of accounts, users or roles, e.g.
   * `arn:aws:iam::210987654321:root`. Each connection is still to be accepted by hand.
   *
   * @default nobody
   */
  readonly allowedPrincipals?: readonly string[];
  /** When appliances call for help, and whom. @default 90 % CPU, a topic that nobody reads yet */
  readonly alarms?: OrNone<GroupAlarmArgs>;
}

/** A network that can be inspected. `Network` with the tier `inspection` is one. */
export interface InspectedNetwork extends NetworkRef {
  /** Where endpoints and routes go. */
  readonly inspection: InspectionPlace | undefined;
}

/** A network for appliances. `Network` is one. */
export interface ApplianceNetwork extends NetworkRef {
  /** The VPC's IPv4 range, which the load balancer's addresses are in. */
  readonly cidrBlock: pulumi.Input<string>;
}

/**
 * Every packet between the internet and the public subnets of a network passes a group of appliances (firewalls,
 * intrusion detection), which see it unchanged: Gateway Load Balancer → GENEVE, UDP 6081 → appliances, an endpoint in
 * each zone, and the routes of both directions.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html
 *
 * @example
 * import { GatewayInspection } from "./components/gateway-inspection";
 * import { Network } from "./components/network";
 *
 * const shop = new Network("shop", { zones: 2, tiers: ["inspection", "public", "private"] });
 * const security = new Network("security", { zones: 2, cidrBlock: "10.1.0.0/16" });
 * const inspection = new GatewayInspection("firewall", {
 *   network: shop,
 *   applianceNetwork: security,
 *   ami: { type: "id", id: "ami-0a1b2c3d4e5f60718", rootDevice: "/dev/xvda", architecture: "x86_64" },
 *   instanceTypes: ["c6i.large"],
 *   healthCheck: { protocol: "tcp", port: 8443 },
 * });
 */
export class GatewayInspection extends pulumi.ComponentResource implements Charted {
  /** The inspected network, its subnets known once they reach the internet: what is to start in it may download at once. */
  readonly network: NetworkRef;
  /** The ARN of the load balancer. */
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The name of the endpoint service, by which other VPCs make endpoints of their own. */
  readonly serviceName: pulumi.Output<string>;
  /** The ids of the endpoints, one per zone in the order of the zones. */
  readonly endpointIds: pulumi.Output<string>[];
  /** The name of the group of appliances. */
  readonly groupName: pulumi.Output<string>;
  /** The id of the appliances' security group. */
  readonly applianceGroupId: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, the network has no tier `inspection`, or zones are missing. */
  constructor(name: string, args: GatewayInspectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:GatewayInspection", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "gateway inspection", name);
    const { network, applianceNetwork, allowedPrincipals = [], ...instancesAndGroup } = args;
    checkLoadBalancerName(check, name);
    const settings = readGatewayBalancer(check, args, environment() === "prod");
    const alarms = readGroupAlarms(check, args.alarms, args.cloudWatchAgent);
    const { inspection } = network;
    check(inspection !== undefined, "network", 'must have the tier "inspection"', inspection);
    const checkAppliances: ArgumentCheck = (holds, argument, ...rest) =>
      check(holds, argument.replace("network", "applianceNetwork"), ...rest);
    checkSpansZones(checkAppliances, applianceNetwork, "private");
    const subnetIds = applianceNetwork.privateSubnetIds;
    const zones = inspection.zones.length;
    const isCovered = !Array.isArray(subnetIds) || subnetIds.length >= zones;
    check(isCovered, "applianceNetwork", `must have private subnets in all ${zones} zones of the network`, subnetIds);
    checkPrincipals(check, allowedPrincipals);

    const { vpcId, cidrBlock } = applianceNetwork;
    const { healthCheckPort } = settings;
    const ipv6 = inspection.zones.some(({ publicIpv6CidrBlock }) => publicIpv6CidrBlock !== undefined);
    const group = applianceGroup(name, { vpcId, cidrBlock, healthCheckPort }, this);
    const { balancer, target, listener } = gatewayBalancer(name, settings, { vpcId, subnetIds, ipv6 }, this);
    const topicArn = alarms && notifiedTopicArn(name, alarms.notify, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    const graceSeconds = args.healthCheckGraceSeconds ?? 300;
    const rollbackAlarms = alarms ? [applianceAlarm(alarmSet, { balancer, target }, graceSeconds).name] : [];
    const appliances = new ServerGroup(
      `${name}-appliances`,
      {
        // An appliance is what its maker says, and may have no way to Systems Manager.
        cloudWatchAgent: false,
        ...instancesAndGroup,
        subnetIds,
        securityGroupIds: [group.id],
        targetGroupArns: [target.arn],
        rollbackAlarms,
        alarms: args.alarms !== "none" && topicArn ? { ...args.alarms, notify: { topicArn } } : "none",
      },
      // Health is checked only once a listener uses the target group.
      { parent: this, dependsOn: [listener] },
    );
    const service = new aws.ec2.VpcEndpointService(
      `${name}-service`,
      {
        gatewayLoadBalancerArns: [balancer.arn],
        acceptanceRequired: true,
        supportedIpAddressTypes: ipv6 ? ["ipv4", "ipv6"] : ["ipv4"],
        allowedPrincipals: allowedPrincipals.length > 0 ? [...allowedPrincipals] : undefined,
        tags: { Name: `${name}-service` },
      },
      // Traffic is led here only once there is somebody to look at it.
      { parent: this, dependsOn: [appliances] },
    );
    const { endpointIds, routes } = insertEndpoints(name, { vpcId: network.vpcId, inspection, service }, this);

    const dimensions = { LoadBalancer: balancer.arnSuffix, TargetGroup: target.arnSuffix };
    const targets = hostGraph("AWS/GatewayELB", dimensions);
    const ofServers = appliances.dashboardSection();
    this.section = {
      title: name,
      alarmArns: [...alarmSet.arns, ...ofServers.alarmArns],
      graphs: [targets, ...ofServers.graphs],
    };
    this.network = whenRouted(network, routes);
    this.endpointIds = endpointIds;
    this.loadBalancerArn = balancer.arn;
    this.serviceName = service.serviceName;
    this.groupName = appliances.groupName;
    this.applianceGroupId = group.id;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      network: this.network,
      loadBalancerArn: this.loadBalancerArn,
      serviceName: this.serviceName,
      endpointIds: this.endpointIds,
      groupName: this.groupName,
      applianceGroupId: this.applianceGroupId,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

function whenRouted(
  { vpcId, publicSubnetIds, privateSubnetIds, isolatedSubnetIds }: NetworkRef,
  routes: readonly pulumi.CustomResource[],
): NetworkRef {
  const made = pulumi.all(routes.map(({ id }) => id));
  const known = <T>(value: pulumi.Input<T>) => pulumi.all([value, made]).apply(([it]) => it as T);
  const subnets = (ids: NetworkRef["publicSubnetIds"]) => (Array.isArray(ids) ? ids.map(known) : known(ids));
  return {
    vpcId,
    publicSubnetIds: subnets(publicSubnetIds),
    privateSubnetIds: subnets(privateSubnetIds),
    isolatedSubnetIds,
  };
}

function checkPrincipals(check: ArgumentCheck, principals: readonly string[]): void {
  for (const principal of principals) {
    const isArn = /^arn:aws[\w-]*:iam::\d{12}:(root|user\/.+|role\/.+)$/.test(principal);
    check(isArn, "allowedPrincipals", "must be ARNs of accounts (…:root), users or roles", principal);
  }
  check(new Set(principals).size === principals.length, "allowedPrincipals", "must not repeat an ARN", principals);
}
