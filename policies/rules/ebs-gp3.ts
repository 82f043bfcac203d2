import { beanstalkTypes, statedOption } from "../facts/beanstalk-settings";
import { blockDevices, blockDeviceTypes, volumeType } from "../facts/block-devices";
import { isGiven } from "../facts/given";
import { pathTo, written } from "../facts/property-paths";
import { at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";

export const ebsGp3 = rule({
  name: "ebs-gp3",
  displayName: "General purpose volumes are gp3",
  description:
    "Every general purpose EBS volume is of type gp3, which costs less than gp2 and does not need to be large to be fast.",
  why: "A gp2 volume is slow while it is small, so that people pay for size when they need speed.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html",
  remediationSteps:
    "Set the volume type to gp3. A gp2 volume of more than 1,000 GiB has more than the 3,000 IOPS of gp3: state its iops too.",
  controls: {},
  types: [...blockDeviceTypes, ...beanstalkTypes],
  resource({ resource, deny, undecided }) {
    if (isOnOutpost(resource)) return;
    const { devices, unknownLists } = devicesOf(resource);
    for (const { path, type } of devices) {
      if (type === UNKNOWN) undecided(written(path));
      else if (isOld(resource, type)) {
        const made = type === undefined ? ", which makes a gp2 volume" : "";
        deny(`${written(path)} is ${shown(type)}${made}; set it to "gp3"`);
      }
    }
    for (const list of unknownLists) undecided(list);
  },
  remediate(resource) {
    if (isOnOutpost(resource)) return [];
    const old = devicesOf(resource).devices.filter(({ type }) => type !== UNKNOWN && isOld(resource, type));
    return old.map(({ path }) => ({ path, value: "gp3" }));
  },
});

interface Device {
  readonly path: Change["path"];
  readonly type: Fact<string>;
}

function devicesOf(resource: Resource): { devices: readonly Device[]; unknownLists: readonly string[] } {
  if (beanstalkTypes.includes(resource.type)) {
    const option = { namespace: "aws:autoscaling:launchconfiguration", name: "RootVolumeType" };
    const { settings, doubt } = statedOption(resource.props, option);
    const devices = settings.map(({ index, value }): Device => ({ path: ["settings", index, "value"], type: value }));
    return { devices, unknownLists: doubt === undefined ? [] : [doubt] };
  }
  const { stated, unknownLists } = blockDevices(resource);
  const property = resource.type === volumeType ? "type" : "volumeType";
  return {
    devices: stated.map((device) => ({ path: pathTo(device.place, property), type: device.volumeType })),
    unknownLists,
  };
}

/** A device of an instance is what its AMI says unless something is stated; a volume by itself is then a gp2 volume. */
function isOld({ type }: Resource, stated: string | undefined): boolean {
  return stated === "gp2" || (stated === undefined && type === volumeType);
}

/** Not every Outpost has gp3: https://docs.aws.amazon.com/outposts/latest/userguide/outposts-requirements.html */
function isOnOutpost({ type, props }: Resource): boolean {
  return type === volumeType && isGiven(at(props, "outpostArn"));
}
