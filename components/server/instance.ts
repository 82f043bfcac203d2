import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { CapacityReservation } from "../server-group/capacity-reservation";
import { checkHardware, type HardwareArgs, hardwareInput } from "../server-group/hardware";
import { ebsOptimized } from "../server-group/launch-template";
import { checkPlacementGroup, type PlacementGroup } from "../server-group/placement-group";
import type { UserData } from "../user-data";
import {
  architectureOf,
  checkServerImage,
  defaultRootGiB,
  leastRootGiB,
  type ServerImage,
  serverRootDevice,
} from "./boot-image";
import { checkRoom, readServerUserData } from "./boot-text";
import { checkDisks, type DataDisk, type Disk, diskInput } from "./disks";
import { readServerType, type ServerType, type ServerTypeChoice } from "./instance-type";
import { checkOwnCapacity, isOwnHost, type OwnHost, type OwnReservation } from "./own-capacity";
import { checkServerPurchasing, marketInput, type ServerPurchasing } from "./purchasing";

/** One server: what it is, what it boots, what disks it has, and how it is kept. */
export interface ServerInstanceArgs extends Omit<HardwareArgs, "tenancy"> {
  /**
   * Its type, by name or by what it is to be good at. A change is an update in place, to scale up or down: AWS stops the
   * server, which then has its disks and Elastic IP as before, and starts it as the new type; of the same architecture,
   * without `stopProtection`, which an update before has to take away, and not of spot instances.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html
   *
   * @default t4g.micro in dev; m7g.medium in prod; for x86_64 images t3.micro and t3.medium
   */
  readonly instanceType?: ServerType;
  /** What it boots from. @default the newest Amazon Linux 2023 */
  readonly ami?: ServerImage;
  /**
   * What becomes of a server when there is a newer image than it has booted from, or `ami` says another: nothing, even
   * as something else replaces it, for Pulumi then takes the image of its state; or it is replaced. One image by its id
   * always replaces.
   *
   * @default "keep": what is on the root disk is worth more than a new image, and Systems Manager patches it
   */
  readonly onNewImage?: "keep" | "replace";
  /**
   * What it runs as it first boots: what there is to install, write and start, or a text that begins with `#!` or
   * `#cloud-config`; for Windows, PowerShell. At most 16 KiB with what mounts the disks, and no secrets.
   *
   * @default nothing
   */
  readonly userData?: pulumi.Input<string> | UserData;
  /**
   * Whether a change of the user data replaces the server. Otherwise AWS stops the server and starts it with the new text,
   * which nothing runs until there is a new server; a change that must not cost the root disk is for Systems Manager.
   *
   * @default false
   */
  readonly userDataReplaceOnChange?: boolean;
  /** The root disk. @default 16 GiB of gp3; 50 GiB for Windows */
  readonly rootVolume?: Disk;
  /** Further disks, by device name, e.g. `/dev/sdf`. @default none */
  readonly dataVolumes?: Readonly<Record<string, DataDisk>>;
  /**
   * Whether data disks are volumes of their own, which the next server gets and which stay in prod even if the stack
   * goes; or parts of the server, which go with it and replace it when they change.
   *
   * @default "own"
   */
  readonly dataVolumeLifetime?: "own" | "server";
  /** Where the fast disks of its machine are, of types that have such; empty after each stop. @default not mounted */
  readonly instanceStorePath?: string;
  /** Whether other accounts have servers on the same machine. @default "shared" */
  readonly tenancy?:
    | "shared"
    | "dedicated"
    | OwnHost
    | { readonly hostId: pulumi.Input<string> }
    | { readonly hostResourceGroupArn: pulumi.Input<string> };
  /** How it is paid for. @default on demand */
  readonly purchasing?: ServerPurchasing;
  /** The reserved capacity that it uses. @default any that is open */
  readonly capacityReservation?: CapacityReservation | OwnReservation;
  /** How close it stands to others. @default wherever there is room */
  readonly placementGroup?: PlacementGroup;
  /** Whether it can be stopped with what it has in memory, for which its root disk needs room. @default false */
  readonly hibernation?: boolean;
  /** Whether CloudWatch has its metrics every minute, not every five. @default true */
  readonly detailedMonitoring?: boolean;
  /** Whether AWS moves it to other hardware when its own fails. @default true */
  readonly autoRecovery?: boolean;
  /** Whether nobody can terminate it, or replace it, until an update has taken this away. @default true in prod, but for spot instances */
  readonly terminationProtection?: boolean;
  /** Whether nobody can stop it, or change its type, until an update has taken this away. @default true in prod, but for spot instances */
  readonly stopProtection?: boolean;
}

/** The arguments with their defaults, checked. */
export interface ServerInstanceSettings {
  readonly type: ServerTypeChoice;
  readonly ami: ServerImage;
  readonly isWindows: boolean;
  readonly userData: pulumi.Input<string> | undefined;
  readonly rootVolume: Disk;
  readonly dataVolumes: Readonly<Record<string, DataDisk>>;
  readonly args: ServerInstanceArgs;
  /** The one that it names. */
  readonly reservation: CapacityReservation | undefined;
  readonly isSpot: boolean;
  readonly isProtected: boolean;
}

export function readInstance(check: ArgumentCheck, args: ServerInstanceArgs, isProd: boolean): ServerInstanceSettings {
  const { ami = { type: "amazonLinux2023" }, purchasing = { type: "onDemand" }, dataVolumes = {} } = args;
  const { instanceType = { family: "general", size: isProd ? "medium" : "micro" }, capacityReservation } = args;
  const { rootVolume = { sizeGiB: defaultRootGiB(ami) }, instanceStorePath } = args;
  const isWindows = ami.type === "windowsServer";
  const isSpot = purchasing.type === "spot";
  const type = readServerType(check, instanceType, architectureOf(ami));
  checkServerImage(check, ami, type.architecture);
  checkHardware(check, args, type);
  checkDisks(check, rootVolume, dataVolumes, serverRootDevice(ami));
  const least = leastRootGiB(ami);
  const holds = rootVolume.sizeGiB >= least;
  check(holds, "rootVolume.sizeGiB", `must be at least ${least} GiB, as much as the image has`, rootVolume.sizeGiB);
  checkOwnCapacity(check, { tenancy: args.tenancy, reservation: capacityReservation, isSpot }, type);
  const named = capacityReservation?.type === "own" ? undefined : capacityReservation;
  checkServerPurchasing(check, purchasing, named);
  checkPlace(check, args, type);
  checkHibernation(check, args, type, isSpot);
  checkProtection(check, args, isSpot);
  const [mounted] = Object.entries(dataVolumes).flatMap(([device, { mountPath }]) => (mountPath ? [device] : []));
  const byHand = mounted === undefined || !isWindows;
  check(
    byHand,
    `dataVolumes["${mounted}"].mountPath`,
    "must be left out for Windows; Initialize-Disk does it",
    ami.type,
  );
  checkStorePath(check, instanceStorePath, isWindows);
  const userData = readServerUserData(check, args.userData, isWindows);
  const boots = { ami, isWindows, userData, rootVolume, dataVolumes };
  checkRoom(check, userData, mountedAs(dataVolumes), instanceStorePath);
  return { type, ...boots, args, reservation: named, isSpot, isProtected: isProd && !isSpot };
}

function mountedAs(disks: Readonly<Record<string, DataDisk>>) {
  return Object.entries(disks).flatMap(([device, { mountPath }]) => (mountPath ? [{ path: mountPath, device }] : []));
}

function checkStorePath(check: ArgumentCheck, path: string | undefined, isWindows: boolean): void {
  if (path === undefined) return;
  check(!isWindows, "instanceStorePath", "must be left out for Windows, which mounts such disks by itself", path);
  check(/^(\/[\w-]+)+$/.test(path), "instanceStorePath", 'must be an absolute path such as "/mnt/scratch"', path);
}

function checkPlace(
  check: ArgumentCheck,
  { placementGroup, tenancy }: ServerInstanceArgs,
  type: ServerTypeChoice,
): void {
  if (!placementGroup) return;
  const isHosted = typeof tenancy === "object";
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/limitations-placement-groups.html
  check(!isHosted, "placementGroup", "must be left out on dedicated hosts", placementGroup.type);
  checkPlacementGroup(check, placementGroup, type, { maxSize: 1, zones: 1 });
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html */
function checkHibernation(
  check: ArgumentCheck,
  args: ServerInstanceArgs,
  { name }: ServerTypeChoice,
  isSpot: boolean,
): void {
  const { hibernation = false, nitroEnclaves = false, purchasing } = args;
  const onInterruption = purchasing?.type === "spot" ? purchasing.onInterruption : undefined;
  const argument = hibernation ? "hibernation" : "purchasing.onInterruption";
  const shown = hibernation || onInterruption;
  if (!hibernation && onInterruption !== "hibernate") return;
  check(!nitroEnclaves, argument, "must not be asked for with nitroEnclaves, as AWS has no server with both", shown);
  check(
    !name.includes(".metal"),
    argument,
    `must not be asked for of ${name}, as bare metal does not hibernate`,
    shown,
  );
  const bySpot = !(hibernation && isSpot) || onInterruption === "hibernate";
  const asSpot = 'must be left out for a spot instance unless purchasing.onInterruption is "hibernate"';
  check(bySpot, "hibernation", asSpot, hibernation);
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-stop-protection.html */
function checkProtection(check: ArgumentCheck, args: ServerInstanceArgs, isSpot: boolean): void {
  for (const protection of ["terminationProtection", "stopProtection"] as const) {
    const can = !isSpot || args[protection] !== true;
    check(can, protection, "must be false for a spot instance, which AWS lets nobody protect", args[protection]);
  }
  const onHost = typeof args.tenancy === "object" && isSpot;
  check(!onHost, "tenancy", "must not be a host with a spot instance, which runs on none", args.tenancy);
}

/** What a server states of itself, beside its image, its network and its user data. */
export function instanceInput(
  { type, args, reservation, rootVolume, isProtected }: ServerInstanceSettings,
  name: string,
) {
  const { hibernation, detailedMonitoring = true, autoRecovery = true, userDataReplaceOnChange = false } = args;
  const { purchasing = { type: "onDemand" }, tenancy = "shared" } = args;
  const { terminationProtection = isProtected, stopProtection = isProtected } = args;
  const { creditSpecification, cpuOptions, enclaveOptions } = hardwareInput({ ...args, tenancy: undefined });
  const { type: volumeType, size: volumeSize, ...performance } = diskInput(rootVolume);
  return {
    instanceType: type.name,
    // A hop limit of 1 keeps the instance's credentials from whatever runs in a container or behind a proxy on it.
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    rootBlockDevice: {
      ...{ volumeType, volumeSize, ...performance },
      encrypted: true,
      deleteOnTermination: true,
      tags: { Name: name },
    },
    ebsOptimized: ebsOptimized(type) === "true" || undefined,
    monitoring: detailedMonitoring,
    maintenanceOptions: { autoRecovery: autoRecovery ? "default" : "disabled" },
    disableApiTermination: terminationProtection,
    disableApiStop: stopProtection,
    hibernation,
    userDataReplaceOnChange,
    ...tenancyInput(tenancy),
    ...{ creditSpecification, cpuOptions, enclaveOptions },
    ...marketInput(purchasing, reservation),
  } satisfies Partial<aws.ec2.InstanceArgs>;
}

/** The machine; which one its own host is, the server says once there is one. */
function tenancyInput(tenancy: NonNullable<ServerInstanceArgs["tenancy"]>) {
  if (isOwnHost(tenancy)) return { tenancy: "host" };
  if (typeof tenancy === "object") return { tenancy: "host", ...tenancy };
  return tenancy === "shared" ? {} : { tenancy };
}
