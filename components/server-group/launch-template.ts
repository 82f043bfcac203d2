import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { defaultTags } from "../default-tags";
import { checkInstanceTags } from "../instance-tags";
import { readUserData, type UserData } from "../user-data";
import { type CapacityReservation, capacityBlockInput } from "./capacity-reservation";
import { checkHardware, type HardwareArgs, hardwareInput } from "./hardware";
import { checkRolePolicies, type InstanceRole, instanceRole } from "./instance-role";
import { type InstanceTypes, readInstanceTypes, type TypeChoice } from "./instance-types";
import { checkMachineImage, imageId, type MachineImage, rootDeviceOf } from "./machine-image";
import { blockDeviceMappings, checkVolumes, type Volume } from "./volumes";

/** The servers of a group: what they boot, what they may do, what disks they have. */
export interface InstanceArgs extends HardwareArgs {
  /**
   * The types of instance, the preferred one first; all of one architecture, which also picks the image. More than one
   * gives spot and mixed purchasing more to choose from. Or the attributes that a type must have.
   *
   * @default ["t4g.micro"] in dev; ["m7g.medium"] in prod, which holds 40 % CPU without using up burst credits; with spot
   * capacity two more of about that size
   */
  readonly instanceTypes?: InstanceTypes;
  /** What they boot from. @default the newest Amazon Linux 2023 */
  readonly ami?: MachineImage;
  /**
   * What they run as they boot: what there is to install, write and start, or a text that begins with `#!` or
   * `#cloud-config`. At most 16 KiB; it is readable to whoever may read the template, so no secrets. It has to start what answers the health check, unless the
   * image does.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
   *
   * @default nothing
   */
  readonly userData?: pulumi.Input<string> | UserData;
  /** The root disk. @default 16 GiB */
  readonly rootVolume?: Volume;
  /** Further disks, by device name, e.g. `/dev/sdf`. They are deleted with their instance. @default none */
  readonly dataVolumes?: Readonly<Record<string, Volume>>;
  /** ARNs of IAM policies that the instances have beside Systems Manager's, by a name of yours. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Whether the CloudWatch agent measures memory and root disk of the group as a whole, with alarms. The servers must run
   * the agent of Systems Manager, as Amazon Linux and Ubuntu do, and reach it.
   *
   * @default true in prod
   */
  readonly cloudWatchAgent?: boolean;
  /** The EC2 key pair that may log in over SSH. @default none: Session Manager needs no key */
  readonly keyName?: pulumi.Input<string>;
  /** Whether CloudWatch has their metrics every minute, not every five. @default true, so that scaling is prompt */
  readonly detailedMonitoring?: boolean;
  /** Tags of the instances and disks beside their `Name` and the stack's `aws:defaultTags`. @default none */
  readonly instanceTags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The arguments with their defaults, checked. */
export interface InstanceSettings extends Required<Omit<InstanceArgs, OwnShape | keyof HardwareArgs>> {
  readonly types: TypeChoice;
  readonly hardware: HardwareArgs;
  readonly userData: pulumi.Input<string> | undefined;
  readonly keyName: pulumi.Input<string> | undefined;
}

type OwnShape = "instanceTypes" | "userData" | "keyName";

/** @param fallbackTypes the types of instance if none are given */
export function readInstances(
  check: ArgumentCheck,
  args: InstanceArgs,
  fallbackTypes: readonly string[],
  isProd: boolean,
): InstanceSettings {
  const {
    instanceTypes = fallbackTypes,
    ami = { type: "amazonLinux2023" },
    rootVolume = { sizeGiB: 16 },
    dataVolumes = {},
    policyArns = {},
    userData,
    keyName,
    detailedMonitoring = true,
    cloudWatchAgent = isProd,
  } = args;
  const types = readInstanceTypes(check, instanceTypes);
  const { tenancy, cpuCredits, cpuOptions, nitroEnclaves } = args;
  const hardware = { tenancy, cpuCredits, cpuOptions, nitroEnclaves };
  checkHardware(check, hardware, types);
  checkMachineImage(check, ami, types.architecture);
  checkVolumes(check, rootVolume, dataVolumes, rootDeviceOf(ami));
  checkRolePolicies(check, policyArns);
  const text = userData === undefined ? undefined : readUserData(check, userData);
  const instanceTags = { ...defaultTags(), ...args.instanceTags };
  checkInstanceTags(check, instanceTags);
  const disks = { rootVolume, dataVolumes };
  const access = { policyArns, keyName };
  const measured = { detailedMonitoring, cloudWatchAgent };
  return { types, hardware, ami, userData: text, ...disks, ...access, ...measured, instanceTags };
}

/** What is around the instances. */
export interface InstanceSurroundings {
  /** What a person calls their component: "web tier". */
  readonly kind: string;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  readonly publicAddress: boolean;
  /** Whether they can be stopped with what they have in memory. */
  readonly hibernates: boolean;
  readonly capacityReservation: CapacityReservation | undefined;
}

/** What instances are launched by, and the role that they carry. */
export interface LaunchedBy extends InstanceRole {
  readonly template: aws.ec2.LaunchTemplate;
}

export function launchTemplate(
  name: string,
  instances: InstanceSettings,
  { kind, securityGroupIds, publicAddress, hibernates, capacityReservation }: InstanceSurroundings,
  parent: pulumi.Resource,
): LaunchedBy {
  const { types, hardware, ami, rootVolume, dataVolumes, userData } = instances;
  const { policyArns, keyName, detailedMonitoring, cloudWatchAgent, instanceTags } = instances;
  const { role, profile } = instanceRole(kind, name, policyArns, parent, cloudWatchAgent);
  const groups = [...securityGroupIds];
  const template = new aws.ec2.LaunchTemplate(
    `${name}-template`,
    {
      description: `Instances of the ${kind} ${name}`,
      updateDefaultVersion: true,
      imageId: imageId(ami, types.architecture, parent),
      instanceType: types.names[0],
      iamInstanceProfile: { arn: profile.arn },
      keyName,
      // A template takes its security groups in one place only, and a public address needs the other one.
      vpcSecurityGroupIds: publicAddress ? undefined : groups,
      networkInterfaces: publicAddress
        ? [{ deviceIndex: 0, associatePublicIpAddress: "true", deleteOnTermination: "true", securityGroups: groups }]
        : undefined,
      // A hop limit of 1 keeps the instance's credentials from whatever runs in a container or behind a proxy on it.
      // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: detailedMonitoring },
      ebsOptimized: ebsOptimized(types),
      blockDeviceMappings: blockDeviceMappings(rootVolume, dataVolumes, rootDeviceOf(ami)),
      ...hardwareInput(hardware),
      ...capacityBlockInput(capacityReservation),
      hibernationOptions: hibernates ? { configured: true } : undefined,
      userData: userData === undefined ? undefined : pulumi.output(userData).apply(toBase64),
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({
        resourceType,
        tags: { Name: name, ...instanceTags },
      })),
      tags: { Name: name },
    },
    { parent },
  );
  return { template, role, profile };
}

/** t1 and t2 refuse it, and attributes may match one. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html */
export function ebsOptimized({ names, burstable }: TypeChoice): "true" | undefined {
  const mayRefuse = names.length === 0 ? burstable !== "none" : names.some((type) => /^t[12]\./.test(type));
  return mayRefuse ? undefined : "true";
}

function toBase64(text: string): string {
  return Buffer.from(text).toString("base64");
}
