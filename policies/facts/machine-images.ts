import type { Resource } from "../resource";
import { membersOf, type Place } from "./property-paths";
import type { Kind } from "./references";
import { asBoolean, asText, at, type Fact, UNKNOWN } from "./value";

export const imageType = "aws:ec2/ami:Ami";
export const imageCopyType = "aws:ec2/amiCopy:AmiCopy";
export const imageRecipeType = "aws:imagebuilder/imageRecipe:ImageRecipe";

/** The images that a stack makes itself. An image of Image Builder carries its AMI among its outputs alone. */
export const ownImageKind: Kind = {
  types: [
    imageType,
    imageCopyType,
    "aws:ec2/amiFromInstance:AmiFromInstance",
    "aws:imagebuilder/image:Image",
    "aws:imagebuilder/imagePipeline:ImagePipeline",
  ],
  keys: ["id"],
};

/** The types that say how the snapshots of an image are encrypted. One made from an instance has them as its disks are. */
export const imageDiskTypes = [imageType, imageCopyType, imageRecipeType];

/** A disk of an image, or all disks of a copy. */
export interface ImageDisk {
  /** Where it is described; empty for a copy, which describes all at once. */
  readonly place: Place;
  readonly encrypted: Fact<boolean>;
  readonly kmsKeyId: Fact<string>;
  /** The snapshot that it is made from. */
  readonly snapshotId: Fact<string>;
}

export interface ImageDisks {
  readonly disks: readonly ImageDisk[];
  /** The lists of disks that are not known yet, as a message names them. */
  readonly unknownLists: readonly string[];
}

/** The disks of an image that a resource describes. */
export function imageDisks({ type, props }: Resource): ImageDisks {
  if (type === imageCopyType) return { disks: [disk([], props)], unknownLists: [] };
  const { members, unknownLists } =
    type === imageRecipeType
      ? membersOf(props, [], "blockDeviceMappings", "ebs")
      : membersOf(props, [], "ebsBlockDevices");
  return { disks: members.map(({ place, value }) => disk(place, value)), unknownLists };
}

/** True for a disk that is as encrypted as its snapshot is. */
export function isAsSnapshot({ snapshotId, encrypted }: ImageDisk): boolean {
  return snapshotId !== undefined && encrypted !== true && encrypted !== UNKNOWN;
}

function disk(place: Place, stated: unknown): ImageDisk {
  return {
    place,
    encrypted: asBoolean(at(stated, "encrypted")),
    kmsKeyId: asText(at(stated, "kmsKeyId")),
    snapshotId: nonEmpty(asText(at(stated, "snapshotId"))),
  };
}

/** In a state a text that nobody set is empty. */
function nonEmpty(text: Fact<string>): Fact<string> {
  return text === "" ? undefined : text;
}
