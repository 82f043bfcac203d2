import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { vpcKind } from "./subnet-routes";
import { at } from "./value";

const connectionType = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const accepterType = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";

const connectionKind: Kind = { types: [connectionType], keys: ["id"] };
/** The accepter's side names the same connection. */
const eitherKind: Kind = { types: [connectionType, accepterType], keys: ["id"] };

/** The VPCs of the stack that the peering connection behind a property joins, and whether these are both of them. */
export function peerVpcs(
  stack: Stack,
  from: StackResource,
  property: string,
  value: unknown,
): { vpcs: readonly StackResource[]; areAll: boolean } {
  const connections = named(stack, from, property, value, eitherKind).flatMap((side) =>
    side.type === accepterType
      ? named(stack, side, "vpcPeeringConnectionId", at(side.props, "vpcPeeringConnectionId"), connectionKind)
      : [side],
  );
  const sides = connections.map((connection) =>
    ["vpcId", "peerVpcId"].map((end) => named(stack, connection, end, at(connection.props, end), vpcKind)),
  );
  return {
    vpcs: [...new Set(sides.flat(2))],
    areAll: sides.length > 0 && sides.every((ends) => ends.every((vpcs) => vpcs.length === 1)),
  };
}
