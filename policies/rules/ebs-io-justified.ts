import { blockDevices, blockDeviceTypes, volumeType } from "../facts/block-devices";
import { pathTo, written } from "../facts/property-paths";
import { asBoolean, asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html */
const gp3Iops = 80_000;

export const ebsIoJustified = rule({
  name: "ebs-io-justified",
  displayName: "Provisioned IOPS volumes need their IOPS",
  description: "No volume is io1, and none is io2 for so few IOPS as gp3 gives at less cost.",
  why: "Provisioned IOPS are billed one by one, and gp3 has 3,000 of them in its price.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html",
  remediationSteps:
    "Use io2 in place of io1, and gp3 with iops where it gives enough; exempt a volume that needs the durability or latency of io2.",
  controls: {},
  types: blockDeviceTypes,
  resource({ resource, deny, undecided }) {
    const { stated, unknownLists } = blockDevices(resource);
    for (const { place, volumeType: type } of stated) {
      const named = written(pathTo(place, resource.type === volumeType ? "type" : "volumeType"));
      const device = at(resource.props, ...place);
      const iops = asNumber(at(device, "iops"));
      // gp3 cannot be attached to several instances.
      const isShared = asBoolean(at(device, "multiAttachEnabled"));
      if (type === UNKNOWN) undecided(named);
      else if (type === "io1") deny(`${named} is "io1"; set it to "io2", or to "gp3" up to ${gp3Iops} IOPS`);
      else if (type !== "io2" || isShared === true) continue;
      else if (isShared === UNKNOWN) undecided(written(pathTo(place, "multiAttachEnabled")));
      else if (iops === UNKNOWN) undecided(written(pathTo(place, "iops")));
      else if (iops !== undefined && iops <= gp3Iops) {
        deny(`${named} is "io2" for ${iops} IOPS, and gp3 gives up to ${gp3Iops}; set it to "gp3"`);
      }
    }
    for (const list of unknownLists) undecided(list);
  },
});
