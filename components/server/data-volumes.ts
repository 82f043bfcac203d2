import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Mount } from "./boot-text";
import { type DataDisk, diskInput } from "./disks";

/** The data disks of a server: volumes of their own, or parts of the server. */
export interface DataVolumes {
  /** Those that the server itself states. */
  readonly blockDevices: aws.types.input.ec2.InstanceEbsBlockDevice[];
  /** Those that exist without it, by device name. */
  readonly volumes: ReadonlyMap<string, aws.ebs.Volume>;
  readonly mounts: readonly Mount[];
}

/**
 * The disks that go with the server. AWS deletes them with it, and the provider replaces the server to change them:
 * https://www.pulumi.com/registry/packages/aws/api-docs/ec2/instance/#instanceebsblockdevice
 */
export function volumesOfServer(
  name: string,
  disks: Readonly<Record<string, DataDisk>>,
  tags: Readonly<Record<string, pulumi.Input<string>>>,
): DataVolumes {
  const blockDevices = Object.entries(disks).map(([deviceName, disk]) => {
    const { type, size, iops, throughput, kmsKeyId } = diskInput(disk);
    const performance = { volumeType: type, volumeSize: size, iops, throughput };
    const ownTags = { Name: `${name}-${labelOf(deviceName)}`, ...tags };
    return { deviceName, ...performance, encrypted: true, kmsKeyId, deleteOnTermination: true, tags: ownTags };
  });
  return { blockDevices, volumes: new Map(), mounts: mountsOf(disks) };
}

/**
 * The disks that outlive the server, in the zone of its subnet. The zone is looked up, not read from the server: that of
 * a server which is about to be replaced is not known, and would have the plan replace its disks as well.
 *
 * @param isKept whether they are protected, and stay in AWS whatever becomes of the stack
 */
export function volumesOfTheirOwn(
  name: string,
  disks: Readonly<Record<string, DataDisk>>,
  { subnetId, isKept, tags }: VolumePlace,
  parent: pulumi.Resource,
): DataVolumes {
  if (Object.keys(disks).length === 0) return { blockDevices: [], volumes: new Map(), mounts: [] };
  const { availabilityZone } = aws.ec2.getSubnetOutput({ id: subnetId }, { parent });
  const volumes = new Map(
    Object.entries(disks).map(([device, disk]): [string, aws.ebs.Volume] => {
      const role = `${name}-${labelOf(device)}`;
      const volume = new aws.ebs.Volume(
        role,
        { availabilityZone, ...diskInput(disk), encrypted: true, tags: { Name: role, ...tags } },
        { parent, protect: isKept, retainOnDelete: isKept },
      );
      return [device, volume];
    }),
  );
  return { blockDevices: [], volumes, mounts: mountsOf(disks, volumes) };
}

export interface VolumePlace {
  readonly subnetId: pulumi.Input<string>;
  readonly isKept: boolean;
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Attaches the volumes to the server, which waits for them as it boots. */
export function attachVolumes(
  name: string,
  { volumes }: DataVolumes,
  instanceId: pulumi.Input<string>,
  parent: pulumi.Resource,
): void {
  for (const [deviceName, { id: volumeId }] of volumes) {
    new aws.ec2.VolumeAttachment(
      `${name}-${labelOf(deviceName)}-attachment`,
      // What is not yet written is not lost with a server that is stopped first.
      { deviceName, volumeId, instanceId, stopInstanceBeforeDetaching: true },
      // A volume leaves the old server before the new one can have it.
      { parent, deleteBeforeReplace: true },
    );
  }
}

function mountsOf(
  disks: Readonly<Record<string, DataDisk>>,
  volumes: ReadonlyMap<string, aws.ebs.Volume> = new Map(),
): Mount[] {
  return Object.entries(disks).flatMap(([device, { mountPath }]) =>
    mountPath === undefined ? [] : [{ path: mountPath, device, volumeId: volumes.get(device)?.id }],
  );
}

/** `/dev/sdf` gives `sdf`. */
function labelOf(device: string): string {
  return device.replace("/dev/", "");
}
