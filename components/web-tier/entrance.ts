import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { NetworkRef } from "../network-ref";
import type { AppEgress } from "../secure-sg-pair";
import type { Peer } from "../secure-sg-pair/peer";

/** How requests come in to the servers of a tier. */
export interface Entrance {
  readonly dnsName: pulumi.Output<string>;
  readonly zoneId: pulumi.Output<string>;
  readonly loadBalancerArn: pulumi.Output<string>;
  /** The end of the ARN, by which metrics name it. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly listenerArn: pulumi.Output<string>;
  readonly edgeGroupId: pulumi.Output<string>;
  readonly appGroupId: pulumi.Output<string>;
  /** Undefined unless SSH is let in. */
  readonly sshGroupId: pulumi.Output<string> | undefined;
  /** What leads to the servers: their health is checked only once it is there. */
  readonly ways: readonly pulumi.Resource[];
}

/** What an entrance is made for. */
export interface EntranceSurroundings {
  readonly network: NetworkRef;
  /** The target group of the servers. */
  readonly target: aws.lb.TargetGroup;
  /** The port on which they listen. */
  readonly appPort: number;
  /** The other ports that the load balancer uses: of health checks, of an agent. */
  readonly furtherPorts: readonly number[];
  /** What the servers may connect to besides HTTPS. @default nothing */
  readonly appEgress?: readonly AppEgress[];
  /** Who may open SSH to them. @default nobody */
  readonly ssh?: { readonly from: readonly Peer[] };
}
