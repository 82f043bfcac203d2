import { isRegional, natGatewayPlace } from "../facts/nat-gateways";
import { namesOf, subnetKind, subnetReferences } from "../facts/subnet-references";
import { subnetRoutes } from "../facts/subnet-routes";
import { UNKNOWN } from "../facts/value";
import { zoneOf } from "../facts/zones";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

export const natGatewayPerAz = rule({
  name: "nat-gateway-per-az",
  displayName: "Each zone has its own NAT gateway",
  description: "The default route of a private subnet leads to a NAT gateway in its own zone, or to a regional one.",
  why: "When the zone of the one NAT gateway fails, the subnets of all other zones lose the internet too; and what crosses zones is billed.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
  remediationSteps:
    'Make a NAT gateway in each zone and let the subnets of the zone lead to it, or one with availabilityMode "regional".',
  controls: {},
  types: [],
  stack({ stack, on }) {
    const strangers = new Map<StackResource, StackResource[]>();
    for (const subnet of stack.ofType(...subnetKind.types)) {
      for (const { target, natGateways, isCertain } of subnetRoutes(stack, subnet).defaultRoutes) {
        if (target !== "NAT gateway") continue;
        const [gateway, second] = natGateways;
        if (!gateway || second || !isCertain) {
          on(subnet).undecided("the zone of its NAT gateway");
          continue;
        }
        const regional = isRegional(gateway);
        if (regional === true) continue;
        const isNear = regional === UNKNOWN ? UNKNOWN : isInZoneOf(stack, subnet, gateway);
        if (isNear === UNKNOWN) on(subnet).undecided(`whether NAT gateway "${gateway.name}" is in its zone`);
        else if (!isNear) {
          const others = strangers.get(gateway);
          if (others) others.push(subnet);
          else strangers.set(gateway, [subnet]);
        }
      }
    }
    for (const [gateway, subnets] of strangers) {
      on(gateway).deny(
        `subnets of other zones depend on it (${namesOf(subnets)}); make one in each zone, or a regional one`,
      );
    }
  },
});

function isInZoneOf(stack: Stack, subnet: StackResource, gateway: StackResource): boolean | typeof UNKNOWN {
  const { sure } = subnetReferences(stack, gateway, natGatewayPlace);
  const [stand] = sure;
  if (!stand) return UNKNOWN;
  if (stand === subnet) return true;
  const [here, there] = [zoneOf(subnet), zoneOf(stand)];
  return typeof here === "string" && typeof there === "string" ? here === there : UNKNOWN;
}
