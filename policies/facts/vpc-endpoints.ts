import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Listed, listed, poolOf } from "./id-lists";
import { type Kind, named } from "./references";
import { anyTableKind, tableBehind, vpcKind } from "./subnet-routes";
import { asList, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

export const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const associationType = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
export const endpointKind: Kind = { types: [endpointType], keys: ["id"] };

/** The service that an endpoint leads to, as AWS names it within a region: `s3`, `ecr.api`. */
export function serviceOf({ props }: Pick<StackResource, "props">): Fact<string> {
  const name = asText(at(props, "serviceName"));
  if (typeof name !== "string") return name;
  return /^(?:cn\.)?com\.amazonaws\.[^.]+\.(.+)$/.exec(name)?.[1] ?? name;
}

/** The endpoints of the stack, by the URN of their VPC. */
export function endpointsByVpc(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  return byNamed(stack, endpointType, "vpcId", vpcKind);
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
  for (const association of endpoints.flatMap(({ urn }) => associationsOf(stack).get(urn) ?? [])) {
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

const associationsIn = new WeakMap<Stack, ReadonlyMap<string, readonly StackResource[]>>();

/** The associations of route tables with endpoints, by the URN of the endpoint. */
function associationsOf(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  const known = associationsIn.get(stack);
  if (known) return known;
  const found = byNamed(stack, associationType, "vpcEndpointId", endpointKind);
  associationsIn.set(stack, found);
  return found;
}

/** The resources of a type by the URN of the resource that a property of each names. */
function byNamed(
  stack: Stack,
  type: string,
  property: string,
  kind: Kind,
): ReadonlyMap<string, readonly StackResource[]> {
  const found = new Map<string, StackResource[]>();
  for (const resource of stack.ofType(type)) {
    for (const { urn } of named(stack, resource, property, at(resource.props, property), kind)) {
      const others = found.get(urn);
      if (others) others.push(resource);
      else found.set(urn, [resource]);
    }
  }
  return found;
}
