import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { SiteFile } from "./content";
import { managedPolicies } from "./managed-policies";
import { checkShield, shieldInput } from "./origin-shield";

/** A path of the site behind which servers answer. Nothing of it is cached. */
export interface SiteApi {
  /** The path, with `/*` at its end. @default "/api/*" */
  readonly path?: string;
  /** Who answers. CloudFront comes by TLS 1.2, and names it as its host. */
  readonly origin: ApiOrigin;
  /**
   * Who answers when the origin does not, or with 500, 502, 503 or 504. CloudFront then takes reads alone: GET, HEAD
   * and OPTIONS. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
   *
   * @default nobody
   */
  readonly failover?: ApiOrigin;
  /** The region near the origin through which all requests go. @default none */
  readonly originShieldRegion?: string;
  /** Whether gRPC is spoken as well, to an origin with HTTP/2. @default false */
  readonly grpc?: boolean;
}

/** What CloudFront calls: something in a private subnet, or a name on the internet. */
export type ApiOrigin = VpcApiOrigin | CustomApiOrigin;

/**
 * An internal load balancer or an instance, reached without the internet. Its security group must let in the managed
 * prefix list `com.amazonaws.global.cloudfront.origin-facing`, and its VPC have an internet gateway, though no route to it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export interface VpcApiOrigin {
  readonly type: "vpc";
  /** The ARN of an Application or Network Load Balancer, or of an instance. */
  readonly resourceArn: pulumi.Input<string>;
  /** The name that its certificate is for. */
  readonly domainName: pulumi.Input<string>;
  /** The port that speaks HTTPS, 1–65535. @default 443 */
  readonly httpsPort?: number;
}

/** A server on the internet, such as an API Gateway or a public load balancer. */
export interface CustomApiOrigin {
  readonly type: "custom";
  /** Its name, which its certificate is for. */
  readonly domainName: pulumi.Input<string>;
  /** The port that speaks HTTPS: 443, or 1024–65535. @default 443 */
  readonly httpsPort?: number;
}

export const defaultApiPath = "/api/*";

/** @throws when the path is none, files of the site lie below it, or an origin cannot be called. */
export function checkApi(check: ArgumentCheck, api: SiteApi, files: readonly SiteFile[]): void {
  const { path = defaultApiPath, origin, failover, originShieldRegion, grpc = false } = api;
  const isPath = /^(\/[\w.~-]+)+\/\*$/.test(path) && path.length <= 255;
  check(isPath, "api.path", 'must be a path such as "/api/*"', path);
  const hidden = files.map((file) => file.path).find((file) => `/${file}`.startsWith(path.slice(0, -1)));
  check(hidden === undefined, "api.path", "must leave the files of the site visible", hidden);
  checkOrigin(check, "api.origin", origin);
  if (failover) checkOrigin(check, "api.failover", failover);
  checkShield(check, "api.originShieldRegion", originShieldRegion);
  // gRPC is made of POST requests.
  check(!(grpc && failover), "api.grpc", "must be false where there is a failover, which takes reads alone", grpc);
}

function checkOrigin(check: ArgumentCheck, argument: string, origin: ApiOrigin): void {
  const { type, domainName, httpsPort = 443 } = origin;
  const isName = typeof domainName !== "string" || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domainName);
  check(isName, `${argument}.domainName`, "must be a domain name in lower case, without https://", domainName);
  const isPort = Number.isInteger(httpsPort) && httpsPort >= 1 && httpsPort <= 65535;
  switch (type) {
    case "vpc": {
      const arn = /^arn:[^:]+:(elasticloadbalancing:[^:]+:\d{12}:loadbalancer\/(app|net)|ec2:[^:]+:\d{12}:instance)\//;
      const { resourceArn } = origin;
      const isArn = typeof resourceArn !== "string" || arn.test(resourceArn);
      const needed = "must be the ARN of an Application or Network Load Balancer or of an instance";
      check(isArn, `${argument}.resourceArn`, needed, resourceArn);
      check(isPort, `${argument}.httpsPort`, "must be a port from 1 to 65535", httpsPort);
      return;
    }
    case "custom": {
      // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html
      const isOpen = isPort && (httpsPort === 443 || httpsPort >= 1024);
      check(isOpen, `${argument}.httpsPort`, "must be 443 or a port from 1024 to 65535", httpsPort);
    }
  }
}

/** What a distribution says of an API. */
export interface ApiInput {
  readonly origins: aws.types.input.cloudfront.DistributionOrigin[];
  readonly originGroups: aws.types.input.cloudfront.DistributionOriginGroup[];
  readonly behaviors: aws.types.input.cloudfront.DistributionOrderedCacheBehavior[];
}

export function apiInput(name: string, api: SiteApi | undefined, parent: pulumi.Resource): ApiInput {
  if (api === undefined) return { origins: [], originGroups: [], behaviors: [] };
  const { path = defaultApiPath, failover, originShieldRegion, grpc = false } = api;
  const originShield = shieldInput(originShieldRegion);
  const origin = (id: string, target: ApiOrigin) => ({
    ...originInput(`${name}-${id}`, id, target, parent),
    originShield,
  });
  const origins = [origin("api", api.origin), ...(failover ? [origin("api-failover", failover)] : [])];
  const members = origins.map(({ originId }) => ({ originId }));
  const reads = ["GET", "HEAD", "OPTIONS"];
  return {
    origins,
    originGroups: failover
      ? [{ originId: "api-group", failoverCriteria: { statusCodes: [500, 502, 503, 504] }, members }]
      : [],
    behaviors: [
      {
        pathPattern: path,
        targetOriginId: failover ? "api-group" : "api",
        allowedMethods: failover ? reads : [...reads, "PUT", "POST", "PATCH", "DELETE"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        // A redirect would come too late for what a client has sent in clear.
        viewerProtocolPolicy: "https-only",
        cachePolicyId: managedPolicies.cachingDisabled,
        originRequestPolicyId: managedPolicies.allViewerExceptHostHeader,
        responseHeadersPolicyId: managedPolicies.securityHeaders,
        grpcConfig: grpc ? { enabled: true } : undefined,
      },
    ],
  };
}

const tls = { httpPort: 80, originProtocolPolicy: "https-only" };

function originInput(
  name: string,
  originId: string,
  origin: ApiOrigin,
  parent: pulumi.Resource,
): aws.types.input.cloudfront.DistributionOrigin & { originId: string } {
  const { domainName, httpsPort = 443 } = origin;
  switch (origin.type) {
    case "custom":
      return { originId, domainName, customOriginConfig: { ...tls, httpsPort, originSslProtocols: ["TLSv1.2"] } };
    case "vpc": {
      const originSslProtocols = { items: ["TLSv1.2"], quantity: 1 };
      const made = new aws.cloudfront.VpcOrigin(
        `${name}-origin`,
        {
          vpcOriginEndpointConfig: { ...tls, name, arn: origin.resourceArn, httpsPort, originSslProtocols },
          tags: { Name: name },
        },
        { parent },
      );
      return { originId, domainName, vpcOriginConfig: { vpcOriginId: made.id } };
    }
  }
}
