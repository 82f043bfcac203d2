import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type DistributionParts, siteDistribution } from "./distribution";

/**
 * A second distribution that shows some visitors another release, as CloudFront's continuous deployment does. Such a
 * site speaks HTTP/2 at most, and its firewall stays as it is for the time. Not at the first `up`: AWS attaches it to
 * no distribution that is just being made.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html
 */
export interface SiteStaging {
  /** The release that they see, by its 16 digits. @default that of the content */
  readonly release?: string;
  /** Who they are. */
  readonly traffic: StagingTraffic;
}

/** Some visitors of all, or those who send a header: for testers. */
export type StagingTraffic = WeightTraffic | HeaderTraffic;

export interface WeightTraffic {
  readonly type: "weight";
  /** How many of 100 requests, more than 0, at most 15. */
  readonly percent: number;
  /** How long a visitor stays with what he first saw. @default each request is drawn anew */
  readonly stickiness?: {
    /** Seconds without a request, 300–3600. @default 300 */
    readonly idleSeconds?: number;
    /** Seconds at most, from idleSeconds to 3600. @default 3600 */
    readonly maximumSeconds?: number;
  };
}

export interface HeaderTraffic {
  readonly type: "header";
  /** Its name, which begins with `aws-cf-cd-`. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
}

export function checkStaging(check: ArgumentCheck, { traffic }: SiteStaging): void {
  switch (traffic.type) {
    case "weight": {
      const { percent, stickiness = {} } = traffic;
      check(percent > 0 && percent <= 15, "staging.traffic.percent", "must be more than 0 and at most 15", percent);
      const { idleSeconds = 300, maximumSeconds = 3600 } = stickiness;
      const isIdle = Number.isInteger(idleSeconds) && idleSeconds >= 300 && idleSeconds <= 3600;
      const argument = "staging.traffic.stickiness";
      check(isIdle, `${argument}.idleSeconds`, "must be a whole number of seconds from 300 to 3600", idleSeconds);
      const isMost = Number.isInteger(maximumSeconds) && maximumSeconds >= idleSeconds && maximumSeconds <= 3600;
      const range = `must be a whole number of seconds from ${idleSeconds} to 3600`;
      check(isMost, `${argument}.maximumSeconds`, range, maximumSeconds);
      return;
    }
    case "header": {
      const { name, value } = traffic;
      // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ContinuousDeploymentSingleHeaderConfig.html
      const isName = /^aws-cf-cd-[\w-]+$/i.test(name) && name.length <= 256;
      check(isName, "staging.traffic.name", 'must be a header that begins with "aws-cf-cd-"', name);
      const isValue = value.length >= 1 && value.length <= 1783;
      check(isValue, "staging.traffic.value", "must be 1 to 1783 characters", value);
    }
  }
}

/** A distribution, and the function through which its requests go. */
export interface Shown {
  readonly name: string;
  readonly distribution: aws.cloudfront.Distribution;
  readonly viewer: aws.cloudfront.Function;
}

/** The second distribution, at CloudFront's own name, and the policy that sends it its visitors. */
export function stagingDistribution(
  name: string,
  { traffic }: SiteStaging,
  parts: DistributionParts,
  viewer: aws.cloudfront.Function,
  parent: pulumi.Resource,
): Shown & { readonly policyId: pulumi.Output<string> } {
  const own = { viewerFunction: viewer, viewerCertificate: { cloudfrontDefaultCertificate: true }, staging: true };
  const distribution = siteDistribution(name, parts, own, parent);
  const policy = new aws.cloudfront.ContinuousDeploymentPolicy(
    `${name}-policy`,
    {
      enabled: true,
      stagingDistributionDnsNames: { items: [distribution.domainName], quantity: 1 },
      trafficConfig: trafficInput(traffic),
    },
    { parent },
  );
  return { name, distribution, viewer, policyId: policy.id };
}

function trafficInput(traffic: StagingTraffic): aws.types.input.cloudfront.ContinuousDeploymentPolicyTrafficConfig {
  switch (traffic.type) {
    case "header":
      return { type: "SingleHeader", singleHeaderConfig: { header: traffic.name, value: traffic.value } };
    case "weight": {
      const { percent, stickiness } = traffic;
      const { idleSeconds: idleTtl = 300, maximumSeconds: maximumTtl = 3600 } = stickiness ?? {};
      const sessionStickinessConfig = stickiness ? { idleTtl, maximumTtl } : undefined;
      return { type: "SingleWeight", singleWeightConfig: { weight: percent / 100, sessionStickinessConfig } };
    }
  }
}
