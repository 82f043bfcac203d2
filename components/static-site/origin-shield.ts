import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";

/** Which regions have one: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html#choose-origin-shield-region */
export function checkShield(check: ArgumentCheck, argument: string, region: string | undefined): void {
  check(region === undefined || isRegion(region), argument, 'must be a region such as "eu-central-1"', region);
}

/** One more cache before an origin, which then is asked once for what all edges lack. */
export function shieldInput(
  region: string | undefined,
): aws.types.input.cloudfront.DistributionOriginOriginShield | undefined {
  return region === undefined ? undefined : { enabled: true, originShieldRegion: region };
}
