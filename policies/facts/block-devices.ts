import type { Resource } from "../resource";
import { asBoolean, asList, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** A disk that a resource makes or asks for: never an instance-store disk, nor a mapping that takes a device away. */
export interface BlockDevice {
  /** Where it is said, as a path of properties: `blockDeviceMappings[0].ebs`; empty for a volume itself. */
  readonly path: string;
  readonly encrypted: Fact<boolean>;
}

export interface BlockDevices {
  readonly stated: readonly BlockDevice[];
  /** True when an instance gets a root disk of which nothing is said: its AMI and its account then decide. */
  readonly leavesRoot: boolean | Unknown;
}

type Reader = (props: unknown) => BlockDevices | Unknown;

/** The types that can state a block device, with the properties under which they do. */
const places: Record<string, Reader> = {
  "aws:ebs/volume:Volume": (props) => ({
    stated: [disk("", props)],
    leavesRoot: false,
  }),
  "aws:ec2/instance:Instance": rootAndExtra,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": rootAndExtra,
  "aws:ec2/launchConfiguration:LaunchConfiguration": rootAndExtra,
  "aws:ec2/launchTemplate:LaunchTemplate": mappings,
  "aws:ecs/service:Service": (props) => {
    const volume = at(props, "volumeConfiguration", "managedEbsVolume");
    // ECS encrypts the volumes that it makes unless it is told not to.
    const { path, encrypted = true } = disk("volumeConfiguration.managedEbsVolume", volume);
    return { stated: volume === undefined ? [] : [{ path, encrypted }], leavesRoot: false };
  },
};

export const blockDeviceTypes = Object.keys(places);

/** The block devices that a resource states; `UNKNOWN` when their list is not known yet. */
export function blockDevices(resource: Resource): BlockDevices | Unknown {
  return places[resource.type]?.(resource.props) ?? { stated: [], leavesRoot: false };
}

function rootAndExtra(props: unknown): BlockDevices | Unknown {
  const root = at(props, "rootBlockDevice");
  const extra = asList(at(props, "ebsBlockDevices"));
  if (extra === UNKNOWN) return UNKNOWN;
  const disks = extra.flatMap((device, index) =>
    isTakenAway(device) ? [] : [disk(`ebsBlockDevices[${index}]`, device)],
  );
  if (root === undefined) return { stated: disks, leavesRoot: true };
  return { stated: [disk("rootBlockDevice", root), ...disks], leavesRoot: false };
}

/**
 * The names of root devices: `/dev/xvda` (Amazon Linux and others), `/dev/sda1` (Ubuntu, Windows and others).
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
const rootNames = ["/dev/xvda", "/dev/sda1"];

function mappings(props: unknown): BlockDevices | Unknown {
  const list = asList(at(props, "blockDeviceMappings"));
  if (list === UNKNOWN) return UNKNOWN;
  const kept = list.map((mapping, index) => ({ mapping, index })).filter(({ mapping }) => !isTakenAway(mapping));
  const names = kept.map(({ mapping }) => asText(at(mapping, "deviceName")));
  const statesRoot = names.some((name) => typeof name === "string" && rootNames.includes(name));
  return {
    stated: kept.map(({ mapping, index }) => disk(`blockDeviceMappings[${index}].ebs`, at(mapping, "ebs"))),
    leavesRoot: !statesRoot && names.includes(UNKNOWN) ? UNKNOWN : !statesRoot,
  };
}

function disk(path: string, said: unknown): BlockDevice {
  return { path, encrypted: asBoolean(at(said, "encrypted")) };
}

/** `noDevice` suppresses a device of the AMI; `virtualName` (`ephemeral0`) is an instance-store disk, not EBS. */
function isTakenAway(device: unknown): boolean {
  const noDevice = at(device, "noDevice");
  if (noDevice !== undefined && noDevice !== false && noDevice !== "false" && noDevice !== UNKNOWN) return true;
  const virtualName = asText(at(device, "virtualName"));
  return typeof virtualName === "string" && virtualName !== "";
}
