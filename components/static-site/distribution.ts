import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiInput } from "./api";
import { errorFolder } from "./content";
import { managedPolicies } from "./managed-policies";
import { shieldInput } from "./origin-shield";

/** Where CloudFront has edges for a site: North America and Europe, most of the world, or all of it. */
export type PriceClass = "PriceClass_100" | "PriceClass_200" | "PriceClass_All";

/** How CloudFront signs its requests to the bucket. */
export function accessControl(name: string, parent: pulumi.Resource): aws.cloudfront.OriginAccessControl {
  return new aws.cloudfront.OriginAccessControl(
    `${name}-access`,
    {
      description: `${name} reads its bucket`,
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
    { parent },
  );
}

/** What the distributions of a site have in common. */
export interface DistributionParts {
  readonly bucket: aws.s3.Bucket;
  readonly control: aws.cloudfront.OriginAccessControl;
  readonly headers: aws.cloudfront.ResponseHeadersPolicy;
  readonly api: ApiInput;
  readonly originShieldRegion: string | undefined;
  readonly priceClass: PriceClass;
  readonly httpVersion: "http2" | "http2and3";
  readonly addresses: Pick<aws.cloudfront.DistributionArgs, "isIpv6Enabled" | "anycastIpListId">;
  readonly viewerMtlsConfig: aws.types.input.cloudfront.DistributionViewerMtlsConfig | undefined;
  readonly customErrorResponses: aws.types.input.cloudfront.DistributionCustomErrorResponse[];
  readonly webAclId: pulumi.Output<string> | undefined;
}

/** What one of the distributions of a site has of its own. */
export type DistributionOwn = Pick<
  aws.cloudfront.DistributionArgs,
  "aliases" | "viewerCertificate" | "staging" | "continuousDeploymentPolicyId"
> & { readonly viewerFunction: aws.cloudfront.Function };

/** CloudFront before the bucket of a site, and before its API. */
export function siteDistribution(
  name: string,
  parts: DistributionParts,
  { viewerFunction, ...own }: DistributionOwn,
  parent: pulumi.Resource,
): aws.cloudfront.Distribution {
  const { bucket, control, headers, api, customErrorResponses } = parts;
  const files = {
    targetOriginId: "site",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    viewerProtocolPolicy: "redirect-to-https",
    cachePolicyId: managedPolicies.cachingOptimized,
    responseHeadersPolicyId: headers.id,
  };
  // The page is looked for as any visitor's path is; this one is the same for all releases, so no function may lead it.
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesErrorPages.html
  const errorPage = { ...files, pathPattern: `/${errorFolder}/*` };
  return new aws.cloudfront.Distribution(
    `${name}-distribution`,
    {
      ...own,
      enabled: true,
      comment: name,
      httpVersion: parts.httpVersion,
      ...parts.addresses,
      priceClass: parts.priceClass,
      defaultRootObject: "index.html",
      origins: [
        {
          originId: "site",
          domainName: bucket.bucketRegionalDomainName,
          originAccessControlId: control.id,
          originShield: shieldInput(parts.originShieldRegion),
        },
        ...api.origins,
      ],
      originGroups: api.originGroups.length > 0 ? api.originGroups : undefined,
      defaultCacheBehavior: {
        ...files,
        functionAssociations: [{ eventType: "viewer-request", functionArn: viewerFunction.arn }],
      },
      orderedCacheBehaviors: [...(customErrorResponses.length > 0 ? [errorPage] : []), ...api.behaviors],
      customErrorResponses,
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerMtlsConfig: parts.viewerMtlsConfig,
      webAclId: parts.webAclId,
      tags: { Name: name },
    },
    { parent },
  );
}
