/**
 * Policies that AWS manages, the same in every account.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
export const managedPolicies = {
  /** Keeps an answer as long as its Cache-Control says, up to a year; as gzip and as Brotli, without query and cookies. */
  cachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  /** All of a request but its host, so that the origin is called by its own name. */
  allViewerExceptHostHeader: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  /** HSTS, nosniff, no foreign frame, a strict referrer; each only where the origin says nothing itself. */
  securityHeaders: "67f7725c-6f97-4210-82d7-5512b31e9d03",
} as const;
