import {
  type ImageDisk,
  imageDisks,
  imageDiskTypes,
  imageRecipeType,
  imageType,
  isAsSnapshot,
} from "../facts/machine-images";
import { pathTo, written } from "../facts/property-paths";
import { snapshotEncryption } from "../facts/snapshots";
import { stated } from "../facts/stated";
import { shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const amiEncrypted = rule({
  name: "ami-encrypted",
  displayName: "Machine images are encrypted",
  description: "Every disk of a machine image, also of a copy and of an Image Builder recipe, is encrypted.",
  why: "An image holds whatever stood on the disk when it was made, keys and logs among it, and its snapshots are as plain as it is.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
  remediationSteps: "Set encrypted to true. A disk made from a snapshot is as that is: take an encrypted copy of it.",
  controls: {},
  types: imageDiskTypes,
  resource({ resource, deny, undecided }) {
    const { disks, unknownLists } = imageDisks(resource);
    for (const disk of disks) {
      const property = written(pathTo(disk.place, "encrypted"));
      if (disk.encrypted === UNKNOWN) undecided(property);
      else if (isPlain(disk)) deny(`${property} is ${shown(disk.encrypted)}; set it to true`);
    }
    for (const list of unknownLists) undecided(list);
  },
  stack({ stack, on }) {
    for (const resource of stack.ofType(imageType, imageRecipeType)) {
      for (const disk of imageDisks(stated(resource)).disks.filter(isAsSnapshot)) {
        const path = pathTo(disk.place, "snapshotId");
        const encrypted = snapshotEncryption(stack, resource, path[0], disk.snapshotId);
        if (encrypted === false) {
          on(resource).deny(`${written(path)} names a snapshot that is not encrypted; take an encrypted copy of it`);
        } else if (encrypted !== true) on(resource).undecided(`whether the snapshot of ${written(path)} is encrypted`);
      }
    }
  },
  remediate(resource) {
    // A recipe spells it as text.
    const value = resource.type === imageRecipeType ? "true" : true;
    return imageDisks(resource)
      .disks.filter(isPlain)
      .map(({ place }) => ({ path: pathTo(place, "encrypted"), value }));
  },
});

function isPlain(disk: ImageDisk): boolean {
  return disk.encrypted !== true && disk.encrypted !== UNKNOWN && !isAsSnapshot(disk);
}
