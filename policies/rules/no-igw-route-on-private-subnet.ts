import { markOf, markSettings } from "../facts/subnet-marks";
import { subnetRoutes } from "../facts/subnet-routes";
import { isPublic } from "../facts/subnet-tiers";
import { UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

export const noIgwRouteOnPrivateSubnet = rule({
  name: "no-igw-route-on-private-subnet",
  displayName: "Private subnets have no route to an internet gateway",
  description: "The route table of a subnet that is marked as private has no default route to an internet gateway.",
  why: "People put databases and servers into a subnet because it is called private; such a route makes it public where nobody looks.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/config/latest/developerguide/no-unrestricted-route-to-igw.html",
  remediationSteps:
    "Give private subnets a route table of their own, whose default route leads to a NAT gateway or nowhere. If the subnet is public, mark it so.",
  controls: {},
  settings: markSettings,
  types: [],
  stack({ stack, settings, on }) {
    for (const subnet of stack.ofType("aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet")) {
      const open = isPublic(stack, subnet);
      if (open === false) continue;
      const mark = markOf(subnet, settings);
      if (mark === UNKNOWN) on(subnet).undecided("whether its tags mark it as private");
      if (mark !== "private") continue;
      if (open === UNKNOWN) on(subnet).undecided("whether one of its routes leads to an internet gateway");
      else {
        on(subnet).deny(
          `it is marked as private, but ${openRoute(stack, subnet)} leads to an internet gateway; use a NAT gateway, or mark the subnet as public`,
        );
      }
    }
  },
});

function openRoute(stack: Stack, subnet: StackResource): string {
  const { defaultRoutes } = subnetRoutes(stack, subnet);
  const route = defaultRoutes.find(({ target, isCertain }) => isCertain && target === "internet gateway");
  if (!route || route.statedBy === subnet) return "the main route table of the default VPC";
  const { place, statedBy } = route;
  return place === "it" ? `route "${statedBy.name}"` : `${place} of route table "${statedBy.name}"`;
}
