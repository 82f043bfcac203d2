import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Place } from "./parent";
import { lifecycleRole } from "./roles";

/**
 * Deletes the images of all versions of a recipe, with their snapshots, but for the newest ones and for those from which
 * a server was started within the last month. https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-lifecycles.html
 */
export function lifecyclePolicy(
  name: string,
  { recipeName, keepImages }: { readonly recipeName: pulumi.Input<string>; readonly keepImages: number },
  place: Pick<Place, "partition">,
  parent: pulumi.Resource,
): void {
  new aws.imagebuilder.LifecyclePolicy(
    `${name}-lifecycle`,
    {
      description: `Keeps the newest ${keepImages} images of ${name}`,
      executionRole: lifecycleRole(name, place, parent).arn,
      resourceType: "AMI_IMAGE",
      resourceSelection: { recipes: [{ name: recipeName, semanticVersion: "x.x.x" }] },
      policyDetails: [
        {
          action: { type: "DELETE", includeResources: { amis: true, snapshots: true } },
          filter: { type: "COUNT", value: keepImages },
          exclusionRules: { amis: { isPublic: false, lastLaunched: { unit: "MONTHS", value: 1 } } },
        },
      ],
      tags: { Name: name },
    },
    { parent },
  );
}
