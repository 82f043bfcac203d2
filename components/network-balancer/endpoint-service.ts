import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * What other VPCs and accounts reach by a private endpoint of their own, without a route between the networks. The
 * addresses of its consumers must be among the balancer's `sources`.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html
 */
export interface EndpointServiceArgs {
  /**
   * The ARNs of who may ask for an endpoint, e.g. `arn:aws:iam::123456789012:root`; `"*"` is any AWS account.
   *
   * @default the balancer's own account
   */
  readonly allowedPrincipals?: readonly string[];
  /** Whether each request waits until it is accepted by hand. @default true */
  readonly acceptanceRequired?: boolean;
}

/** @throws when a principal is none, or the service takes whoever asks from anywhere. */
export function checkEndpointService(check: ArgumentCheck, args: EndpointServiceArgs): void {
  const { allowedPrincipals = [], acceptanceRequired = true } = args;
  for (const principal of allowedPrincipals) {
    const isPrincipal = principal === "*" || /^arn:aws[a-z-]*:iam::\d{12}:(root|(user|role)\/\S+)$/.test(principal);
    const form = 'must be ARNs of accounts, users or roles, such as "arn:aws:iam::123456789012:root", or "*"';
    check(isPrincipal, "endpointService.allowedPrincipals", form, principal);
  }
  const isDistinct = new Set(allowedPrincipals).size === allowedPrincipals.length;
  check(isDistinct, "endpointService.allowedPrincipals", "must not repeat a principal", allowedPrincipals);
  const isGuarded = acceptanceRequired || !allowedPrincipals.includes("*");
  const requirement = 'must be true where allowedPrincipals holds "*": any account in the world could connect';
  check(isGuarded, "endpointService.acceptanceRequired", requirement, acceptanceRequired);
}

export function endpointService(
  name: string,
  { allowedPrincipals = [], acceptanceRequired = true }: EndpointServiceArgs,
  balancer: aws.lb.LoadBalancer,
  ipAddressType: "ipv4" | "dualstack",
  parent: pulumi.Resource,
): aws.ec2.VpcEndpointService {
  return new aws.ec2.VpcEndpointService(
    `${name}-endpoint-service`,
    {
      acceptanceRequired,
      allowedPrincipals: [...allowedPrincipals],
      networkLoadBalancerArns: [balancer.arn],
      supportedIpAddressTypes: ipAddressType === "dualstack" ? ["ipv4", "ipv6"] : ["ipv4"],
      tags: { Name: `${name}-endpoint-service` },
    },
    { parent },
  );
}
