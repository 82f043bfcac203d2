import type * as pulumi from "@pulumi/pulumi";
import type { Route } from "../load-balancer/route";
import type { ApplicationBalancerArgs, NetworkBalancerArgs, ServiceBalancer } from "../service-balancer";

/** How requests come in from outside the service. */
export type Balancing = OwnBalancing | SharedBalancing | "none";

/** A load balancer of the service's own. All engines know it. */
export type OwnBalancing = ApplicationBalancing | NetworkBalancing;

/** HTTP and HTTPS: an Application Load Balancer, with what all engines know of it. */
export type ApplicationBalancing = Omit<
  ApplicationBalancerArgs,
  "ipAddressType" | "ipamPoolId" | "minimumCapacityUnits"
>;

/** TCP and TLS: a Network Load Balancer. */
export type NetworkBalancing = NetworkBalancerArgs;

/** A place on an Application Load Balancer that other services use as well. ECS only. */
export interface SharedBalancing extends Route {
  readonly type: "shared";
  readonly balancer: ServiceBalancer;
}

/** The address by which a service is reached. */
export interface Address {
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of that name; unknown for a load balancer that the cluster makes. */
  readonly zoneId: pulumi.Output<string>;
}
