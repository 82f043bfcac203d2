import { blockDevices, blockDeviceTypes, volumeType } from "../facts/block-devices";
import { pathTo, written } from "../facts/property-paths";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** A volume of its own outlives every instance, and ECS deletes the volumes of a service with their tasks. */
const withoutTermination = [volumeType, "aws:ecs/service:Service"];

export const ebsDeleteOnTermination = rule({
  name: "ebs-delete-on-termination",
  displayName: "Extra disks say whether they outlive their instance",
  description:
    "Every disk of an instance other than the root states whether it is deleted when the instance terminates.",
  why: "Otherwise disks outlive their instances unseen and are paid for, or data is deleted that somebody meant to keep.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html",
  remediationSteps:
    "Set deleteOnTermination of the disk to true, or to false where its data must outlive the instance.",
  controls: {},
  types: blockDeviceTypes.filter((type) => !withoutTermination.includes(type)),
  resource({ resource, deny, undecided }) {
    const { stated, unknownLists } = blockDevices(resource);
    for (const { place, isRoot, deleteOnTermination } of stated) {
      const property = written(pathTo(place, "deleteOnTermination"));
      if (isRoot === true || typeof deleteOnTermination === "boolean") continue;
      if (deleteOnTermination === UNKNOWN) undecided(property);
      else if (isRoot === UNKNOWN) undecided("which of its block devices is the root");
      else deny(`${property} is not set; set it to true or false`);
    }
    for (const list of unknownLists) undecided(list);
  },
});
