import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Listed, listed, poolOf } from "./id-lists";
import { named } from "./references";
import { anyTableKind, tableBehind, vpcKind } from "./subnet-routes";
import { asList, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

export const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
export const endpointKind = { types: [endpointType], keys: ["id"] };

/** The service that an endpoint leads to, as AWS names it within a region: `s3`, `ecr.api`. */
export function serviceOf({ props }: Pick<StackResource, "props">): Fact<string> {
  const name = asText(at(props, "serviceName"));
  if (typeof name !== "string") return name;
  return /^(?:cn\.)?com\.amazonaws\.[^.]+\.(.+)$/.exec(name)?.[1] ?? name;
}

/** The endpoints of the stack, by the URN of their VPC. */
export function endpointsByVpc(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  const found = new Map<string, StackResource[]>();
  for (const endpoint of stack.ofType(endpointType)) {
    for (const { urn } of named(stack, endpoint, "vpcId", at(endpoint.props, "vpcId"), vpcKind)) {
      const others = found.get(urn);
      if (others) others.push(endpoint);
      else found.set(urn, [endpoint]);
    }
  }
  return found;
}

/** Of the services that are asked for, those that no endpoint leads to; `UNKNOWN` when one may lead to any. */
export function missingServices(
  services: readonly string[],
  endpoints: readonly StackResource[],
): readonly string[] | Unknown {
  const there = endpoints.map(serviceOf);
  const missing = services.filter((service) => !there.includes(service));
  return missing.length > 0 && there.includes(UNKNOWN) ? UNKNOWN : missing;
}

/** Tells of a gateway endpoint whether it serves a route table: by its own list, or by an association. */
export function tablesServed(
  stack: Stack,
  endpoints: readonly StackResource[],
): (table: StackResource) => boolean | Unknown {
  const lists: Listed[] = endpoints.map((endpoint) => {
    const isLeftOut =
      at(endpoint.props, "routeTableIds") === UNKNOWN && endpoint.references("routeTableIds").length === 0;
    const ids = isLeftOut ? [] : asList(at(endpoint.props, "routeTableIds"));
    return listed(poolOf(stack, endpoint, "routeTableIds", ids, anyTableKind));
  });
  const associations = stack
    .ofType("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation")
    .filter((association) => {
      const id = at(association.props, "vpcEndpointId");
      return named(stack, association, "vpcEndpointId", id, endpointKind).some((found) => endpoints.includes(found));
    });
  for (const association of associations) {
    const id = at(association.props, "routeTableId");
    lists.push(listed(poolOf(stack, association, "routeTableId", id === undefined ? [] : [id], anyTableKind)));
  }
  const tables = (members: readonly StackResource[]) =>
    new Set(members.map((member) => tableBehind(stack, member).urn));
  const sure = tables(lists.flatMap((list) => list.sure));
  const some = tables(lists.flatMap((list) => list.some));
  const isOpen = lists.some((list) => list.isOpen);
  return ({ urn }) => sure.has(urn) || ((some.has(urn) || isOpen) && UNKNOWN);
}
