import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { cloudWatchAgent } from "../server/cloudwatch-agent";
import { measuredGroup } from "./alarms";
import { autoScalingGroup, type GroupArgs, type GroupSettings, readGroup } from "./auto-scaling-group";
import { isOneHost } from "./hardware";
import type { InstanceRole } from "./instance-role";
import { type InstanceArgs, type InstanceSettings, launchTemplate, readInstances } from "./launch-template";
import { groupOffHours } from "./off-hours";
import { checkPlacementGroup } from "./placement-group";
import { defaultInstanceTypes, needsPolicy } from "./purchasing";
import type { ScaledGroup } from "./scaled-metric";
import { scalingPolicy } from "./scaling-policies";
import type { Traffic } from "./traffic";

/** Servers and their group, with their defaults, checked. */
export interface ServerSettings {
  readonly instances: InstanceSettings;
  readonly group: GroupSettings;
}

/**
 * Reads what servers are and how many there are, and checks that the two agree.
 *
 * @param zones the number of zones in which they stand; undefined where it is not known yet
 */
export function readServers(
  check: ArgumentCheck,
  args: InstanceArgs & GroupArgs,
  isProd: boolean,
  zones: number | undefined,
): ServerSettings {
  const { purchasing = { type: "onDemand" } } = args;
  const instances = readInstances(check, args, defaultInstanceTypes(purchasing, isProd), isProd);
  const group = readGroup(check, args, instances.types, isProd);
  checkWaiting(check, instances, group);
  checkReserved(check, instances, group);
  checkPlace(check, instances, group, zones);
  return { instances, group };
}

function checkWaiting(check: ArgumentCheck, { types, hardware }: InstanceSettings, group: GroupSettings): void {
  const { warmPool, purchasing } = group;
  if (!warmPool) return;
  // https://aws.amazon.com/about-aws/whats-new/2025/11/ec2-auto-scaling-warm-pool-mixed-instances-policies/
  const isOnDemand = purchasing.type === "onDemand";
  check(isOnDemand, "warmPool", "must be left out with spot instances, which cannot wait", purchasing.type);
  if (warmPool.state !== "hibernated") return;
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
  const open = !hardware.nitroEnclaves;
  check(
    open,
    "warmPool.state",
    "must not be hibernated with nitroEnclaves, as AWS has no server with both",
    "hibernated",
  );
  const bare = types.names.find((type) => type.includes(".metal"));
  check(!bare, "warmPool.state", `must not be hibernated with ${bare}, as bare metal does not hibernate`, "hibernated");
}

function checkReserved(check: ArgumentCheck, { types }: InstanceSettings, group: GroupSettings): void {
  const { capacityReservation: reservation, purchasing } = group;
  if (!reservation || reservation.type === "none") return;
  const isOnDemand = purchasing.type !== "spot";
  check(isOnDemand, "capacityReservation", "must be left out with spot instances, which use none", reservation.type);
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-template-capacity-blocks.html
  const isPlain = reservation.type !== "capacityBlock" || !needsPolicy(types.overrides, purchasing);
  check(isPlain, "instanceTypes", "must be the one type of the Capacity Block, on demand", types.names);
}

function checkPlace(
  check: ArgumentCheck,
  { types, hardware }: InstanceSettings,
  { placementGroup, purchasing, maxSize }: GroupSettings,
  zones: number | undefined,
): void {
  const isHosted = typeof hardware.tenancy === "object";
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html
  const isOnDemand = !isHosted || purchasing.type === "onDemand";
  check(isOnDemand, "tenancy", "must not be a host with spot instances, which run on none", purchasing.type);
  const isWide = zones !== undefined && zones > 1;
  const oneHost = isOneHost(hardware.tenancy) && isWide;
  check(!oneHost, "tenancy.hostId", "must be a hostResourceGroupArn, as one host lies in one zone", zones);
  if (!placementGroup) return;
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/limitations-placement-groups.html
  check(!isHosted, "placementGroup", "must be left out on dedicated hosts", placementGroup.type);
  const inOne = placementGroup.type === "cluster" && isWide;
  check(
    !inOne,
    "placementGroup.type",
    "must not be a cluster, which lies in one zone, for servers in several",
    "cluster",
  );
  checkPlacementGroup(check, placementGroup, types, { maxSize, zones });
}

/** What is around the servers. */
export interface ServerSurroundings extends Pick<ScaledGroup, "kind" | "requests">, Traffic {
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  readonly publicAddress: boolean;
  /** The names of the alarms that tell a bad version. */
  readonly rollbackAlarms: readonly pulumi.Input<string>[];
}

/** What was made of servers. */
export interface Servers extends InstanceRole {
  readonly template: aws.ec2.LaunchTemplate;
  readonly group: aws.autoscaling.Group;
}

/** The template of the servers, their role, their group, and what scales it. */
export function servers(
  name: string,
  { instances, group: settings }: ServerSettings,
  surroundings: ServerSurroundings,
  parent: pulumi.Resource,
  dependsOn: pulumi.ResourceOptions["dependsOn"],
): Servers {
  const { kind, requests, securityGroupIds, publicAddress, ...around } = surroundings;
  const hibernates = settings.warmPool?.state === "hibernated";
  const { capacityReservation } = settings;
  const { template, role, profile } = launchTemplate(
    name,
    instances,
    { kind, securityGroupIds, publicAddress, hibernates, capacityReservation },
    parent,
  );
  const group = autoScalingGroup(
    name,
    settings,
    { template, overrides: instances.types.overrides, tags: instances.instanceTags, ...around },
    parent,
    dependsOn,
  );
  if (instances.cloudWatchAgent) {
    cloudWatchAgent(name, { key: "tag:aws:autoscaling:groupName", values: [group.name] }, measuredGroup, parent);
  }
  if (settings.offHours) groupOffHours(name, settings.offHours, settings, group, parent);
  for (const scaling of settings.scaling) scalingPolicy(name, scaling, { kind, group, requests }, parent);
  return { template, role, profile, group };
}
