import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { notifiedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import { checkInstanceTags } from "./instance-tags";
import type { NetworkRef } from "./network-ref";
import { type OffHours, readOffHours } from "./off-hours";
import { type AccessArgs, readAccess, securityGroups } from "./server/access";
import { readServerAlarms, type ServerAlarmArgs, serverAlarms } from "./server/alarms";
import { serverImageId } from "./server/boot-image";
import { bootText } from "./server/boot-text";
import { cloudWatchAgent, measuredDisks } from "./server/cloudwatch-agent";
import { attachVolumes, volumesOfServer, volumesOfTheirOwn } from "./server/data-volumes";
import { type ElasticIp, elasticAddress } from "./server/elastic-ip";
import { serverGraphs } from "./server/graphs";
import { instanceInput, readInstance, type ServerInstanceArgs, type ServerInstanceSettings } from "./server/instance";
import { checkKeyPair, type KeyPair, keyName } from "./server/key-pair";
import { attachInterfaces, checkInterfaces, type FurtherInterface } from "./server/network-interfaces";
import { checkStops, serverOffHours } from "./server/off-hours";
import { isOwnHost, ownHost, ownReservation } from "./server/own-capacity";
import { checkRolePolicies, instanceRole } from "./server-group/instance-role";
import { placementGroupName } from "./server-group/placement-group";

/** Arguments of {@link Server}. */
export interface ServerArgs extends ServerInstanceArgs, AccessArgs {
  /** The network in which it stands, in one subnet. */
  readonly network: NetworkRef;
  /**
   * Whether the internet can reach it by an address of its own, as far as its security groups allow. A server that is
   * moved from private to public subnets gets that address by `elasticIp`, or with another name: see `ignoreChanges`.
   *
   * @default "private"
   */
  readonly subnet?: "private" | "public";
  /** In which of the network's zones it stands: 1 for the first. @default 1 */
  readonly zone?: number;
  /** A public address that stays the same: one of its own, or one that was allocated before. @default none */
  readonly elasticIp?: ElasticIp;
  /** Whether it has an IPv6 address, for which the network must have such. @default false */
  readonly ipv6?: boolean;
  /** Network interfaces beside the first. @default none */
  readonly networkInterfaces?: readonly FurtherInterface[];
  /** The key pair that may log in over SSH, or that decrypts the password of Windows. @default none: Session Manager needs no key */
  readonly keyPair?: KeyPair;
  /** ARNs of IAM policies that it has beside Systems Manager's, by a name of yours. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Whether the CloudWatch agent measures its memory and disks, with alarms. @default true in prod */
  readonly cloudWatchAgent?: boolean;
  /** When it calls for help, and whom. */
  readonly alarms?: OrNone<ServerAlarmArgs>;
  /** When it is stopped, as nobody works; not in prod, unless said. @default never */
  readonly offHours?: OffHours;
  /** Tags of it and its disks beside their `Name`. @default none */
  readonly instanceTags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * One server, for what is one by nature; what may not fail with it belongs on a `WebTier`, which takes the same image,
 * user data and disks. Nobody needs a key or port 22, as Systems Manager reaches it; hardware that fails is exchanged
 * under it; its data disks and its address outlive it.
 *
 * @example
 * import { Network } from "./components/network";
 * import { Server } from "./components/server";
 *
 * const network = new Network("net", { zones: 2 });
 * const wiki = new Server("wiki", {
 *   network,
 *   subnet: "public",
 *   instanceType: { family: "memory", size: "large" },
 *   userData: { packages: ["httpd"], units: { "httpd.service": "enabled" } },
 *   dataVolumes: { "/dev/sdf": { sizeGiB: 100, mountPath: "/var/www" } },
 *   ingress: [{ port: "http", from: "internet" }],
 *   elasticIp: "own",
 * });
 */
export class Server extends pulumi.ComponentResource implements Charted {
  /** The id of the instance; another one after a replacement. */
  readonly instanceId: pulumi.Output<string>;
  /** Its address in the network. */
  readonly privateIp: pulumi.Output<string>;
  /** Its public address, the Elastic IP if it has one; empty in a private subnet. */
  readonly publicIp: pulumi.Output<string>;
  /** The id of its own security group, for whatever is to let it in. */
  readonly securityGroupId: pulumi.Output<string>;
  /** The name of its role, for what is to be attached to it. */
  readonly roleName: pulumi.Output<string>;
  /** The ARN of its role, for policies that name it. */
  readonly roleArn: pulumi.Output<string>;
  /** The ids of its data volumes, by device name; none of those that are parts of the server. */
  readonly volumeIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** The ARN of the topic that its alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, or SSH or RDP is open to the world. */
  constructor(name: string, args: ServerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Server", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "server", name);
    const isProd = environment() === "prod";
    const { network, subnet = "private", elasticIp, ipv6 = false, networkInterfaces = [] } = args;
    const { policyArns = {}, cloudWatchAgent: hasAgent = isProd, instanceTags = {}, keyPair } = args;
    const subnetId = readSubnet(check, args);
    const settings = readInstance(check, args, isProd);
    const rules = readAccess(check, name, args, ipv6);
    checkInterfaces(check, networkInterfaces);
    checkKeyPair(check, keyPair, settings.isWindows);
    checkRolePolicies(check, policyArns);
    checkInstanceTags(check, instanceTags);
    const { stopProtection = settings.isProtected } = args;
    checkStops(check, args.offHours, { isSpot: settings.isSpot, stopProtection });
    const offHours = readOffHours(check, args.offHours);
    const alarms = readServerAlarms(check, args.alarms, hasAgent);

    const { role, profile } = instanceRole("server", name, policyArns, this, hasAgent);
    const own = securityGroups(name, network.vpcId, rules, this);
    const [securityGroupId] = own;
    const { dataVolumes, userData, ami, type } = settings;
    const volumes =
      args.dataVolumeLifetime === "server"
        ? volumesOfServer(name, dataVolumes, instanceTags)
        : volumesOfTheirOwn(name, dataVolumes, { subnetId, isKept: isProd, tags: instanceTags }, this);
    const place = { subnetId, type, isWindows: settings.isWindows, tags: instanceTags };
    const { tenancy, capacityReservation } = args;
    const host = isOwnHost(tenancy) ? ownHost(name, place, this) : undefined;
    const reservation =
      capacityReservation?.type === "own"
        ? ownReservation(name, capacityReservation, tenancy === "dedicated", place, this)
        : undefined;
    const isMoving = ami.type !== "id" && args.onNewImage !== "replace";
    const instance = new aws.ec2.Instance(
      `${name}-instance`,
      {
        ...instanceInput(settings, name),
        ...(host && { hostId: host.id }),
        ami: serverImageId(ami, type.architecture, this),
        subnetId,
        vpcSecurityGroupIds: [...own, ...(args.securityGroupIds ?? [])],
        associatePublicIpAddress: subnet === "public",
        ipv6AddressCount: ipv6 ? 1 : undefined,
        iamInstanceProfile: profile.name,
        keyName: keyName(name, keyPair, this),
        placementGroup: args.placementGroup && placementGroupName(name, args.placementGroup, this),
        userData: bootText(check, userData, volumes.mounts, args.instanceStorePath),
        ebsBlockDevices: volumes.blockDevices.length > 0 ? volumes.blockDevices : undefined,
        tags: { Name: name, ...instanceTags },
      },
      {
        parent: this,
        // The SDK hands a component's dependencies to none of its children.
        ...pulumi.mergeOptions({ dependsOn: opts?.dependsOn }, { dependsOn: reservation }),
        ignoreChanges: [
          // A server that is stopped has no address, which the provider takes for a change that replaces it:
          // https://github.com/hashicorp/terraform-provider-aws/issues/33775
          "associatePublicIpAddress",
          // All current types are so at all times, and only those of before, which may refuse it, are told: a change
          // from t2 to another one would replace the server for nothing. `instanceType` changes in place.
          "ebsOptimized",
          ...(isMoving ? ["ami"] : []),
        ],
      },
    );
    attachVolumes(name, volumes, instance.id, this);
    if (offHours) serverOffHours(name, offHours, instance, keysOf(settings), this);
    attachInterfaces(name, networkInterfaces, { instanceId: instance.id, securityGroupIds: own }, this);
    const topicArn = alarms && notifiedTopicArn(name, alarms.notify, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    const mountPaths = Object.fromEntries(volumes.mounts.map(({ device, path }) => [device, path]));
    const measured = hasAgent ? measuredDisks(settings.isWindows, mountPaths) : undefined;
    if (measured) cloudWatchAgent(name, { key: "InstanceIds", values: [instance.id] }, measured, this);
    const isRecoverable = canRecover(args, type.name);
    const watched = { instanceId: instance.id, isRecoverable, agent: measured };
    if (alarms) serverAlarms(alarmSet, alarms, watched, this);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: serverGraphs(instance) };
    this.instanceId = instance.id;
    this.privateIp = instance.privateIp;
    this.publicIp = elasticIp ? elasticAddress(name, elasticIp, instance.id, this) : instance.publicIp;
    this.securityGroupId = securityGroupId;
    this.roleName = role.name;
    this.roleArn = role.arn;
    this.volumeIds = Object.fromEntries([...volumes.volumes].map(([device, { id }]) => [device, id]));
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      instanceId: this.instanceId,
      privateIp: this.privateIp,
      publicIp: this.publicIp,
      securityGroupId,
      roleName: this.roleName,
      roleArn: this.roleArn,
      volumeIds: this.volumeIds,
      alarmTopicArn: topicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

/** The KMS keys of its disks that are not AWS's own. */
function keysOf({ rootVolume, dataVolumes }: ServerInstanceSettings): pulumi.Input<string>[] {
  const keys = [rootVolume, ...Object.values(dataVolumes)].flatMap(({ kmsKeyId }) => kmsKeyId ?? []);
  return [...new Set(keys)];
}

/** The id of the one subnet. A list that is not known yet may be too short; the engine then says so. */
function readSubnet(check: ArgumentCheck, args: ServerArgs): pulumi.Input<string> {
  const { network, subnet = "private", zone = 1, elasticIp } = args;
  const reachable = elasticIp === undefined || subnet === "public";
  check(reachable, "subnet", 'must be "public" with an Elastic IP, to which no private subnet has a way', subnet);
  const ids = subnet === "public" ? network.publicSubnetIds : network.privateSubnetIds;
  check(Number.isInteger(zone) && zone >= 1, "zone", "must be a whole number, 1 for the first zone", zone);
  if (!Array.isArray(ids)) return pulumi.output(ids).apply((known) => pulumi.output(nth(check, known, zone)));
  return nth(check, ids, zone);
}

function nth(check: ArgumentCheck, ids: readonly pulumi.Input<string>[], zone: number): pulumi.Input<string> {
  const id = ids[zone - 1];
  check(id !== undefined, "zone", `must be at most ${ids.length}, as many as the network has of such subnets`, zone);
  return id;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/cloudwatch-recovery.html */
function canRecover({ tenancy, instanceStorePath, autoRecovery = true }: ServerArgs, type: string): boolean {
  return autoRecovery && typeof tenancy !== "object" && instanceStorePath === undefined && !type.includes(".metal");
}
