import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Volume } from "../server-group/volumes";
import type { Place } from "./parent";
import { documentOf, type ImageStep } from "./steps";

/** What an image is made of. */
export interface RecipeContent {
  readonly steps: Readonly<Record<string, ImageStep>>;
  readonly from: pulumi.Output<string>;
  readonly rootDevice: string;
  readonly rootVolume: Volume;
}

/**
 * The recipe. AWS lets nobody change one, so another content is another version of it under the same name, by which the
 * lifecycle policy finds the images of all.
 */
export function recipe(
  name: string,
  { steps, from, rootDevice, rootVolume }: RecipeContent,
  place: Place,
  parent: pulumi.Resource,
): aws.imagebuilder.ImageRecipe {
  const components = Object.entries(steps).map(([step, content]) => ({
    componentArn: componentArn(name, step, content, place, parent),
  }));
  const blockDeviceMappings = [
    {
      deviceName: rootDevice,
      ebs: {
        volumeType: "gp3",
        volumeSize: rootVolume.sizeGiB,
        iops: rootVolume.iops,
        throughput: rootVolume.throughputMiBps,
        kmsKeyId: rootVolume.kmsKeyId,
        encrypted: "true",
        deleteOnTermination: "true",
      },
    },
  ];
  const content = pulumi.jsonStringify([from, components, blockDeviceMappings]);
  return new aws.imagebuilder.ImageRecipe(
    `${name}-recipe`,
    {
      name: `${pulumi.getProject()}-${pulumi.getStack()}-${name}`.toLowerCase().replace(/[^a-z0-9-]/g, "-"),
      description: `What the images of ${name} are made of`,
      version: content.apply(versionOf),
      parentImage: from,
      components,
      blockDeviceMappings,
      // Servers are administered through it.
      systemsManagerAgent: { uninstallAfterBuild: false },
      tags: { Name: name },
    },
    { parent },
  );
}

/** A version of its own for each content. A part of a version has 30 bits. */
export function versionOf(content: string): string {
  const digest = createHash("sha256").update(content).digest();
  return `1.${digest.readUInt32BE(0) >>> 2}.${digest.readUInt32BE(4) >>> 2}`;
}

function componentArn(
  name: string,
  step: string,
  content: ImageStep,
  { partition, region }: Place,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  if ("managed" in content) {
    return pulumi.interpolate`arn:${partition}:imagebuilder:${region}:aws:component/${content.managed}/x.x.x`;
  }
  return new aws.imagebuilder.Component(
    `${name}-step-${step}`,
    {
      description: `Step ${step} of ${name}`,
      platform: "Linux",
      // Another content is another component, under another name of Pulumi's.
      version: "1.0.0",
      data: documentOf(step, content),
      tags: { Name: `${name}-step-${step}` },
    },
    { parent },
  ).arn;
}
