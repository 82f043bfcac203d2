import * as pulumi from "@pulumi/pulumi";
import { type Architecture, imageId, type MachineImage } from "../server-group/machine-image";

/** Where AWS is. */
export interface Place {
  readonly partition: pulumi.Input<string>;
  readonly region: pulumi.Input<string>;
}

/**
 * The parent as a recipe states it. Those of AWS are in any version, so that a pipeline notices a newer one:
 * https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_Schedule.html
 */
export function parentImage(
  image: MachineImage,
  architecture: Architecture,
  { partition, region }: Place,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const managed = (name: string) => {
    const suffix = architecture === "arm64" ? "arm64" : "x86";
    return pulumi.interpolate`arn:${partition}:imagebuilder:${region}:aws:image/${name}-${suffix}/x.x.x`;
  };
  switch (image.type) {
    case "amazonLinux2023":
      return managed("amazon-linux-2023");
    case "ubuntu":
      return managed(`ubuntu-server-${image.version.replace(".04", "")}-lts`);
    case "ssmParameter":
      return pulumi.interpolate`ssm:${image.name}`;
    case "lookUp":
    case "id":
      return imageId(image, architecture, parent);
  }
}
