import { isRegional, leadsToInternet, natGatewayPlace, natGatewayType } from "../facts/nat-gateways";
import { findSubnets, namesOf, subnetReferences } from "../facts/subnet-references";
import { isServed } from "../facts/subnet-tiers";
import { not } from "../facts/three-valued";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const natGatewayInPublicSubnet = rule({
  name: "nat-gateway-in-public-subnet",
  displayName: "NAT gateways stand in public subnets",
  description: "A NAT gateway that leads to the internet stands in a subnet that an internet gateway serves.",
  why: "A NAT gateway whose own subnet has no way to the internet leads nowhere, and so do all routes to it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
  remediationSteps:
    "Put the NAT gateway into a public subnet of its zone: one whose default route leads to an internet gateway.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const gateway of stack.ofType(natGatewayType)) {
      const regional = isRegional(gateway);
      const outwards = leadsToInternet(gateway);
      if (regional === true || outwards === false) continue;
      const place = subnetReferences(stack, gateway, natGatewayPlace);
      const { subnets, doubt } = findSubnets(place, "is public", (subnet) => not(isServed(stack, subnet)));
      if (subnets.length > 0 && regional === UNKNOWN) on(gateway).undecided("availabilityMode");
      else if (subnets.length > 0 && outwards === UNKNOWN) on(gateway).undecided("connectivityType");
      else if (subnets.length > 0) {
        on(gateway).deny(`no internet gateway serves its subnet (${namesOf(subnets)}); put it into a public one`);
      } else if (doubt !== undefined) on(gateway).undecided(doubt);
    }
  },
});
