import { type Graph, line } from "../dashboard/section";
import type { WatchedNat } from "./nat";

/** What goes through the NAT of a network. */
export function natGraphs({ gateways, instances }: WatchedNat): Graph[] {
  const ofGateways = Object.entries(gateways).map(([role, { id }]) => ({
    title: `Traffic of ${role}`,
    namespace: "AWS/NATGateway",
    dimensions: { NatGatewayId: id },
    unit: "bytes a minute",
    lines: [line("BytesOutToDestination", "Sum", "out"), line("BytesInFromDestination", "Sum", "in")],
  }));
  const ofInstances = Object.entries(instances).map(([role, { id }]) => ({
    title: `Traffic of ${role}`,
    namespace: "AWS/EC2",
    dimensions: { InstanceId: id },
    unit: "bytes a minute",
    lines: [line("NetworkOut", "Sum", "out"), line("NetworkIn", "Sum", "in")],
  }));
  return [...ofGateways, ...ofInstances];
}
