import * as aws from "@pulumi/aws";
import { closest } from "fastest-levenshtein";

/** The regions that the provider knows: it refuses every other one. */
const regions: readonly string[] = Object.values(aws.Region);

/** True for a region of AWS: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`. */
export function isRegion(text: string): boolean {
  return regions.includes(text);
}

/** What a text must be that is no region, with the region whose name is the closest. */
export function regionRequirement(text: string): string {
  return `must be a region of AWS, perhaps "${closest(text, regions)}"`;
}
