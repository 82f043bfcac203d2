import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkSpansZones, type NetworkRef } from "./network-ref";
import { type Calls, checkCalls, openCalls } from "./private-call";

export interface VpcLinkArgs {
  /** Where its network interfaces stand: private subnets in two zones or more. */
  readonly network: NetworkRef;
  /** What it may reach, each by a name of yours. Their security groups admit the link, and need admit nobody else. */
  readonly calls: Calls;
}

/** A VPC link as APIs see it. A `VpcLink` serves, and a plain object with the id of one that is already there. */
export interface VpcLinkRef {
  /** The id of a VPC link of the second version, which HTTP and REST APIs share. */
  readonly linkId: pulumi.Input<string>;
}

/**
 * The way of HTTP and REST APIs into a network, to load balancers and services that nobody else can reach.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html
 *
 * @example
 * import { Network } from "./components/network";
 * import { VpcLink } from "./components/vpc-link";
 *
 * const link = new VpcLink("link", {
 *   network: new Network("net", { zones: 2 }),
 *   calls: { orders: { securityGroupId: "sg-0a1b2c3d4e5f60718", port: 80 } },
 * });
 */
export class VpcLink extends pulumi.ComponentResource implements VpcLinkRef {
  /** The id of the link. */
  readonly linkId: pulumi.Output<string>;
  /** The id of its security group. */
  readonly securityGroupId: pulumi.Output<string>;

  /** @throws when the network has one zone, or a callee's name or port is not what AWS takes. */
  constructor(name: string, args: VpcLinkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:VpcLink", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "VPC link", name);
    const { network, calls } = args;
    const { vpcId, privateSubnetIds } = network;
    checkSpansZones(check, network, "private");
    check(Object.keys(calls).length > 0, "calls", "must name at least one callee", calls);
    checkCalls(check, "calls", calls);

    const group = new aws.ec2.SecurityGroup(
      `${name}-sg`,
      {
        vpcId,
        description: "VPC link: nobody in, what it calls out",
        tags: { Name: `${name}-sg` },
      },
      { parent: this },
    );
    openCalls(name, group, calls, this);
    const link = new aws.apigatewayv2.VpcLink(
      `${name}-link`,
      { securityGroupIds: [group.id], subnetIds: privateSubnetIds, tags: { Name: name } },
      { parent: this },
    );

    this.linkId = link.id;
    this.securityGroupId = group.id;
    this.registerOutputs({ linkId: this.linkId, securityGroupId: this.securityGroupId });
  }
}
