import type * as pulumi from "@pulumi/pulumi";
import type { ApplicationBalancerArgs, NetworkBalancerArgs, ServiceBalancer } from "../service-balancer";
import type { Route } from "../service-balancer/route";

/** How requests come in from outside the service. */
export type Balancing = OwnBalancing | SharedBalancing | "none";

/** A load balancer of the service's own. All engines know it. */
export type OwnBalancing = ApplicationBalancing | NetworkBalancing;

/** HTTP and HTTPS: an Application Load Balancer. */
export type ApplicationBalancing = Omit<ApplicationBalancerArgs, "ipAddressType" | "idleTimeoutSeconds">;

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
