import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import type { GroupMetric } from "./scaling";
import { type GroupAlarmArgs, groupAlarms, readGroupAlarms } from "./server-group/alarms";
import type { GroupArgs } from "./server-group/auto-scaling-group";
import { groupGraphs } from "./server-group/graphs";
import { isOneHost } from "./server-group/hardware";
import type { InstanceArgs } from "./server-group/launch-template";
import { readServers, servers } from "./server-group/servers";

/** Arguments of {@link ServerGroup}: its instances, their group, and what is around. */
export interface ServerGroupArgs extends InstanceArgs, GroupArgs<GroupMetric> {
  /** The ids of the subnets in which the servers stand, in two zones or more; in one, if they are close together by name. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The ids of the servers' security groups, one or more. */
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  /** Whether each server has a public address, for which its subnets must be public. @default false */
  readonly publicAddress?: boolean;
  /**
   * The ARNs of the target groups, of any kind of load balancer, that send to the servers. They also find a server
   * unwell; their listeners belong in `dependsOn`, as health is only checked once one uses the group.
   *
   * @default none: EC2 alone finds a server unwell
   */
  readonly targetGroupArns?: readonly pulumi.Input<string>[];
  /** The ARNs of target groups of VPC Lattice that send to the servers. @default none */
  readonly latticeTargetGroupArns?: readonly pulumi.Input<string>[];
  /** The names of CloudWatch alarms, at most 10, that stop and revert a roll-out. @default none */
  readonly rollbackAlarms?: readonly pulumi.Input<string>[];
  /** When the group calls for help, and whom. @default 90 % CPU, nobody: they show in CloudWatch */
  readonly alarms?: OrNone<GroupAlarmArgs>;
}

/**
 * A group of servers in two zones or more, without a load balancer of its own: it grows with the load and replaces what
 * is unwell, behind whatever sends to it.
 *
 * @example
 * import { Network } from "./components/network";
 * import { ServerGroup } from "./components/server-group";
 *
 * const network = new Network("net", { zones: 2 });
 * const workers = new ServerGroup("workers", {
 *   subnetIds: network.privateSubnetIds,
 *   securityGroupIds: ["sg-0a1b2c3d4e5f60718"],
 *   minSize: 2,
 *   maxSize: 10,
 * });
 */
export class ServerGroup extends pulumi.ComponentResource implements Charted {
  /** The name of the Auto Scaling group. */
  readonly groupName: pulumi.Output<string>;
  /** The ARN of the Auto Scaling group. */
  readonly groupArn: pulumi.Output<string>;
  /** The name of the servers' role, for what is to be attached to it. */
  readonly roleName: pulumi.Output<string>;
  /** The ARN of the servers' role, for policies that name it. */
  readonly roleArn: pulumi.Output<string>;
  /** The id of the launch template. */
  readonly launchTemplateId: pulumi.Output<string>;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, the sizes contradict each other, or the group has one zone. */
  constructor(name: string, args: ServerGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ServerGroup", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "server group", name);
    const { subnetIds, securityGroupIds, publicAddress = false, rollbackAlarms = [] } = args;
    const { targetGroupArns = [], latticeTargetGroupArns } = args;
    // A list that is not known yet is left to the policies.
    const zones = Array.isArray(subnetIds) ? subnetIds.length : undefined;
    checkSurroundings(check, args, zones);
    const settings = readServers(check, args, environment() === "prod", zones);
    const alarms = readGroupAlarms(check, args.alarms, settings.instances.cloudWatchAgent);

    const { template, role, group } = servers(
      name,
      settings,
      {
        kind: "server group",
        subnetIds,
        securityGroupIds,
        publicAddress,
        targetGroupArns,
        latticeTargetGroupArns,
        rollbackAlarms,
      },
      this,
      // The SDK hands a component's dependencies to none of its children.
      opts?.dependsOn,
    );

    const alarmSet = new AlarmSet(name, this, alarms && statedTopicArn(name, alarms.notify, this));
    if (alarms) groupAlarms(alarmSet, alarms, group);
    const graphs = groupGraphs(group, settings.instances);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs };
    this.groupName = group.name;
    this.groupArn = group.arn;
    this.roleName = role.name;
    this.roleArn = role.arn;
    this.launchTemplateId = template.id;
    this.registerOutputs({
      groupName: this.groupName,
      groupArn: this.groupArn,
      roleName: this.roleName,
      roleArn: this.roleArn,
      launchTemplateId: this.launchTemplateId,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

function checkSurroundings(check: ArgumentCheck, args: ServerGroupArgs, zones: number | undefined): void {
  const { securityGroupIds, rollbackAlarms = [], placementGroup, tenancy } = args;
  const inOneZone = placementGroup?.type === "cluster" || isOneHost(tenancy);
  const least = inOneZone ? 1 : 2;
  const where = inOneZone ? "the subnet of its zone" : "subnets of at least two zones";
  check((zones ?? least) >= least, "subnetIds", `must hold ${where}`, zones);
  check(securityGroupIds.length > 0, "securityGroupIds", "must name at least one group", securityGroupIds);
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AlarmSpecification.html
  check(rollbackAlarms.length <= 10, "rollbackAlarms", "must name at most 10 alarms", rollbackAlarms.length);
}
