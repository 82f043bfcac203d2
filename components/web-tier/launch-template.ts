import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { defaultTags } from "../default-tags";
import { instanceProfile } from "./instance-role";
import {
  type Architecture,
  checkMachineImage,
  commonArchitecture,
  imageId,
  type MachineImage,
  rootDeviceOf,
} from "./machine-image";
import { blockDeviceMappings, checkVolumes, type Volume } from "./volumes";

/** The servers of a tier: what they boot, what they may do, what disks they have. */
export interface InstanceArgs {
  /**
   * The types of instance, the preferred one first; all of one architecture, which also picks the image. More than one
   * gives spot and mixed purchasing more to choose from.
   *
   * @default ["t4g.micro"] in dev; ["m7g.medium"] in prod, which holds 40 % CPU without using up burst credits
   */
  readonly instanceTypes?: readonly string[];
  /** What they boot from. @default the newest Amazon Linux 2023 */
  readonly ami?: MachineImage;
  /**
   * What they run as they boot: a script that begins with `#!`, or cloud-init's `#cloud-config`. At most 16 KiB; it is
   * readable to whoever may read the template, so no secrets. It has to start what answers the health check, unless the
   * image does.
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
   *
   * @default nothing
   */
  readonly userData?: pulumi.Input<string>;
  /** The root disk. @default 16 GiB */
  readonly rootVolume?: Volume;
  /** Further disks, by device name, e.g. `/dev/sdf`. They are deleted with their instance. @default none */
  readonly dataVolumes?: Readonly<Record<string, Volume>>;
  /** ARNs of IAM policies that the instances have beside Systems Manager's, by a name of yours. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** The EC2 key pair that may log in over SSH. @default none: Session Manager needs no key */
  readonly keyName?: pulumi.Input<string>;
  /** Whether CloudWatch has their metrics every minute, not every five. @default true, so that scaling is prompt */
  readonly detailedMonitoring?: boolean;
  /** Tags of the instances and disks beside their `Name` and the stack's `aws:defaultTags`. @default none */
  readonly instanceTags?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The arguments with their defaults, checked. */
export interface InstanceSettings extends Required<Omit<InstanceArgs, "userData" | "keyName">> {
  readonly userData: pulumi.Input<string> | undefined;
  readonly keyName: pulumi.Input<string> | undefined;
  readonly architecture: Architecture;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html: 16 KB before base64. */
const userDataLimit = 16 * 1024;

export function readInstances(check: ArgumentCheck, args: InstanceArgs, fallbackType: string): InstanceSettings {
  const {
    instanceTypes = [fallbackType],
    ami = { type: "amazonLinux2023" },
    rootVolume = { sizeGiB: 16 },
    dataVolumes = {},
    policyArns = {},
    userData,
    keyName,
    detailedMonitoring = true,
  } = args;
  const architecture = commonArchitecture(check, instanceTypes);
  checkMachineImage(check, ami, architecture);
  checkVolumes(check, rootVolume, dataVolumes, rootDeviceOf(ami));
  check(
    !Object.hasOwn(policyArns, "ssm"),
    "policyArns",
    "must not use the name ssm, which Systems Manager's policy has",
    "ssm",
  );
  if (typeof userData === "string") {
    const bytes = Buffer.byteLength(userData);
    check(bytes <= userDataLimit, "userData", `must be at most ${userDataLimit} bytes`, bytes);
  }
  const instanceTags = { ...defaultTags(), ...args.instanceTags };
  const disks = { rootVolume, dataVolumes };
  const access = { policyArns, keyName };
  return { instanceTypes, architecture, ami, userData, ...disks, ...access, detailedMonitoring, instanceTags };
}

/** Where instances stand: their security groups, and whether they get a public address. */
export interface Placement {
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  readonly publicAddress: boolean;
}

/** The template of the instances, with the role that they carry. */
export function launchTemplate(
  name: string,
  instances: InstanceSettings,
  { securityGroupIds, publicAddress }: Placement,
  parent: pulumi.Resource,
): aws.ec2.LaunchTemplate {
  const { instanceTypes, architecture, ami, rootVolume, dataVolumes, userData } = instances;
  const { policyArns, keyName, detailedMonitoring, instanceTags } = instances;
  const profile = instanceProfile(name, policyArns, parent);
  const groups = [...securityGroupIds];
  return new aws.ec2.LaunchTemplate(
    `${name}-template`,
    {
      description: `Instances of the web tier ${name}`,
      updateDefaultVersion: true,
      imageId: imageId(ami, architecture, parent),
      instanceType: instanceTypes[0],
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
      // t1 and t2 refuse it; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html
      ebsOptimized: instanceTypes.some((type) => /^t[12]\./.test(type)) ? undefined : "true",
      blockDeviceMappings: blockDeviceMappings(rootVolume, dataVolumes, rootDeviceOf(ami)),
      userData: userData === undefined ? undefined : pulumi.output(userData).apply(toBase64),
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({
        resourceType,
        tags: { Name: name, ...instanceTags },
      })),
      tags: { Name: name },
    },
    { parent },
  );
}

function toBase64(text: string): string {
  return Buffer.from(text).toString("base64");
}
