import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { stated } from "./stated";
import { asList, at, UNKNOWN } from "./value";

const zoneKind: Kind = { types: ["aws:route53/zone:Zone"], keys: ["zoneId", "id"] };

/** The hosted zones that answer the whole internet: those without a VPC. */
export function publicZones(stack: Stack): readonly StackResource[] {
  return stack.ofType(...zoneKind.types).filter((zone) => {
    const vpcs = asList(at(stated(zone).props, "vpcs"));
    return vpcs !== UNKNOWN && vpcs.length === 0;
  });
}

/** The zones that resources name, with whether one of these names a zone that cannot be told. */
export interface NamedZones {
  readonly zones: ReadonlySet<StackResource>;
  readonly isVague: boolean;
}

/** A resource may take its zone from another one, as the signing of a zone does from the key of it. */
export function zonesNamed(stack: Stack, resources: readonly StackResource[], property: string): NamedZones {
  const zones = new Set<StackResource>();
  let isVague = false;
  for (const resource of resources) {
    const value = at(resource.props, property);
    const direct = named(stack, resource, property, value, zoneKind);
    const others = direct.length > 0 ? [] : resource.references(property);
    const through = others.flatMap((other) => named(stack, other, property, at(other.props, property), zoneKind));
    for (const zone of [...direct, ...through]) zones.add(zone);
    if (direct.length + through.length === 0 && value === UNKNOWN) isVague = true;
  }
  return { zones, isVague };
}
