import type { Resource } from "../resource";
import type { Change } from "../rule";
import { membersOf, type Place, pathTo } from "./property-paths";
import { asBoolean, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** A disk that a resource makes or asks for: never an instance-store disk, nor a mapping that takes a device away. */
export interface BlockDevice {
  /** The properties and list positions under which it is said; none for a volume itself. */
  readonly place: Place;
  /** True for the disk that an instance boots from; in a launch template its device name alone tells. */
  readonly isRoot: boolean | Unknown;
  readonly encrypted: Fact<boolean>;
  readonly kmsKeyId: Fact<string>;
  /** The snapshot that the disk is made from. */
  readonly snapshotId: Fact<string>;
  readonly deleteOnTermination: Fact<boolean>;
  /** Said by `type` of a volume, by `volumeType` of any other device. */
  readonly volumeType: Fact<string>;
}

export interface BlockDevices {
  readonly stated: readonly BlockDevice[];
  /**
   * Where to state the root disk of an instance of which nothing is said: its AMI and its account then decide. Unknown
   * while it is not known whether a stated device is the root.
   */
  readonly unsaidRoots: readonly Change["path"][] | Unknown;
  /** The lists of devices that are not known yet, as a message names them. */
  readonly unknownLists: readonly string[];
}

export const volumeType = "aws:ebs/volume:Volume";
export const spotFleetType = "aws:ec2/spotFleetRequest:SpotFleetRequest";

/** The types that can state a block device, with the properties under which they do. An `ec2.Fleet` cannot. */
const places: Record<string, (props: unknown) => BlockDevices> = {
  [volumeType]: (props) => only({ ...device([], props, false), volumeType: asText(at(props, "type")) }),
  "aws:ec2/instance:Instance": (props) => rootAndExtra(props, [], "rootBlockDevice"),
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": (props) => rootAndExtra(props, [], "rootBlockDevice"),
  "aws:ec2/launchConfiguration:LaunchConfiguration": (props) => rootAndExtra(props, [], "rootBlockDevice"),
  "aws:ec2/launchTemplate:LaunchTemplate": mappings,
  [spotFleetType]: (props) => {
    const { members, unknownLists } = membersOf(props, [], "launchSpecifications");
    const each = members.map(({ place, value }) => rootAndExtra(value, place, "rootBlockDevices"));
    return {
      stated: each.flatMap(({ stated }) => stated),
      unsaidRoots: each.flatMap(({ unsaidRoots }) =>
        unsaidRoots === UNKNOWN ? [] : unsaidRoots.map((list): Change["path"] => [...list, 0]),
      ),
      unknownLists: [...unknownLists, ...each.flatMap((one) => one.unknownLists)],
    };
  },
  "aws:ecs/service:Service": (props) => {
    const volume = at(props, "volumeConfiguration", "managedEbsVolume");
    if (volume === undefined) return none;
    const read = device(["volumeConfiguration", "managedEbsVolume"], volume, false);
    // ECS encrypts the volumes that it makes unless it is told not to.
    return only({ ...read, encrypted: read.encrypted ?? true });
  },
};

export const blockDeviceTypes = Object.keys(places);

/** The block devices that a resource states. */
export function blockDevices(resource: Resource): BlockDevices {
  return places[resource.type]?.(resource.props) ?? none;
}

const none: BlockDevices = { stated: [], unsaidRoots: [], unknownLists: [] };

function only(one: BlockDevice): BlockDevices {
  return { ...none, stated: [one] };
}

function rootAndExtra(props: unknown, place: Place, rootProperty: string): BlockDevices {
  const roots = membersOf(props, place, rootProperty);
  const extra = membersOf(props, place, "ebsBlockDevices");
  const isUnsaid = roots.members.length === 0 && roots.unknownLists.length === 0;
  return {
    stated: [
      ...roots.members.map((root) => device(root.place, root.value, true)),
      ...extra.members.filter(({ value }) => !isTakenAway(value)).map((one) => device(one.place, one.value, false)),
    ],
    unsaidRoots: isUnsaid ? [pathTo(place, rootProperty)] : [],
    unknownLists: [...roots.unknownLists, ...extra.unknownLists],
  };
}

/**
 * The names of root devices: `/dev/xvda` (Amazon Linux and others), `/dev/sda1` (Ubuntu, Windows and others).
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
const rootNames = ["/dev/xvda", "/dev/sda1"];

function mappings(props: unknown): BlockDevices {
  const { members, unknownLists } = membersOf(props, [], "blockDeviceMappings");
  const stated = members
    .filter(({ value }) => !isTakenAway(value))
    .map(({ place, value }) => {
      const name = asText(at(value, "deviceName"));
      const isRoot = name === UNKNOWN ? UNKNOWN : name !== undefined && rootNames.includes(name);
      return device(pathTo(place, "ebs"), at(value, "ebs"), isRoot);
    });
  const known = stated.some(({ isRoot }) => isRoot === true) || unknownLists.length > 0;
  const maybe = stated.some(({ isRoot }) => isRoot === UNKNOWN);
  return { stated, unsaidRoots: known ? [] : maybe ? UNKNOWN : [["blockDeviceMappings"]], unknownLists };
}

function device(place: Place, said: unknown, isRoot: boolean | Unknown): BlockDevice {
  return {
    place,
    isRoot,
    encrypted: asBoolean(at(said, "encrypted")),
    kmsKeyId: nonEmpty(at(said, "kmsKeyId")),
    snapshotId: nonEmpty(at(said, "snapshotId")),
    deleteOnTermination: asBoolean(at(said, "deleteOnTermination")),
    volumeType: nonEmpty(at(said, "volumeType")),
  };
}

/** In a state a text that nobody set is empty. */
function nonEmpty(said: unknown): Fact<string> {
  const text = asText(said);
  return text === "" ? undefined : text;
}

/** `noDevice` suppresses a device of the AMI; `virtualName` (`ephemeral0`) is an instance-store disk, not EBS. */
function isTakenAway(device: unknown): boolean {
  // In a state it is empty beside an `ebs`, where nobody set it.
  const noDevice = at(device, "ebs") === undefined ? at(device, "noDevice") : undefined;
  if (noDevice !== undefined && noDevice !== false && noDevice !== "false" && noDevice !== UNKNOWN) return true;
  const virtualName = asText(at(device, "virtualName"));
  return typeof virtualName === "string" && virtualName !== "";
}
