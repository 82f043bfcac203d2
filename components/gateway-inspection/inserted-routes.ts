import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { InspectionPlace } from "../network/inspection-place";

/** What the endpoints lead to, and the network that they stand in. */
export interface InsertionArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly inspection: InspectionPlace;
  readonly service: aws.ec2.VpcEndpointService;
}

/** What insertion made. */
export interface Insertion {
  /** The ids of the endpoints, one per zone in the order of the zones. */
  readonly endpointIds: pulumi.Output<string>[];
  /** The routes of both directions, and what puts them to use. */
  readonly routes: pulumi.CustomResource[];
}

/**
 * An endpoint in each zone, and the routes that lead through it: out of the public subnets of its zone to the internet,
 * and from the internet gateway into them. Both directions of a flow pass the same endpoint, so the appliance that saw
 * the request sees the reply.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/getting-started.html
 */
export function insertEndpoints(
  name: string,
  { vpcId, inspection, service }: InsertionArgs,
  parent: pulumi.Resource,
): Insertion {
  const edge = new aws.ec2.RouteTable(`${name}-edge-routes`, { vpcId, tags: { Name: `${name}-edge` } }, { parent });
  const inwards: aws.ec2.Route[] = [];
  const outwards: aws.ec2.Route[] = [];
  const endpointIds = inspection.zones.map((zone) => {
    const role = `${name}-endpoint-${zone.letter}`;
    const endpoint = new aws.ec2.VpcEndpoint(
      role,
      {
        vpcId,
        vpcEndpointType: "GatewayLoadBalancer",
        serviceName: service.serviceName,
        subnetIds: [zone.subnetId],
        ipAddressType: zone.publicIpv6CidrBlock === undefined ? "ipv4" : "dualstack",
        tags: { Name: role },
      },
      { parent },
    );
    const accepted = new aws.ec2.VpcEndpointConnectionAccepter(
      `${role}-accepted`,
      { vpcEndpointServiceId: service.id, vpcEndpointId: endpoint.id },
      { parent },
    );
    const through = (route: string, args: Omit<aws.ec2.RouteArgs, "vpcEndpointId">) =>
      // A route through an endpoint that is still pending is refused.
      new aws.ec2.Route(
        `${name}-${zone.letter}-${route}`,
        { ...args, vpcEndpointId: endpoint.id },
        { parent, dependsOn: [accepted] },
      );
    outwards.push(through("out", { routeTableId: zone.publicRouteTableId, destinationCidrBlock: "0.0.0.0/0" }));
    inwards.push(through("in", { routeTableId: edge.id, destinationCidrBlock: zone.publicCidrBlock }));
    if (zone.publicIpv6CidrBlock !== undefined) {
      const out = { routeTableId: zone.publicRouteTableId, destinationIpv6CidrBlock: "::/0" };
      const back = { routeTableId: edge.id, destinationIpv6CidrBlock: zone.publicIpv6CidrBlock };
      outwards.push(through("out-ipv6", out));
      inwards.push(through("in-ipv6", back));
    }
    return endpoint.id;
  });
  // Associated once it is whole, so that no packet finds a table without a route.
  const association = new aws.ec2.RouteTableAssociation(
    `${name}-edge-routing`,
    { gatewayId: inspection.internetGatewayId, routeTableId: edge.id },
    { parent, dependsOn: inwards },
  );
  return { endpointIds, routes: [...outwards, ...inwards, association] };
}
