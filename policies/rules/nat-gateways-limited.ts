import { natGatewayType } from "../facts/nat-gateways";
import { few } from "../facts/value";
import { rule } from "../rule";

export const natGatewaysLimited = rule({
  name: "nat-gateways-limited",
  displayName: "Stacks for trying out share a NAT gateway",
  description: "A dev stack has one NAT gateway at most, for each costs by the hour whatever it carries.",
  why: "In a stack for trying out the outage of a zone hurts nobody, and each further NAT gateway costs more than a small server.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html",
  remediationSteps: "Route all private subnets of a dev stack to one NAT gateway, or use VPC endpoints alone.",
  controls: {},
  types: [],
  stack({ stack, environment, onStack }) {
    if (environment !== "dev") return;
    const gateways = stack.ofType(natGatewayType).map(({ name }) => name);
    if (gateways.length < 2) return;
    onStack.deny(`it is a dev stack with ${gateways.length} NAT gateways (${few(gateways)}); route all to one`);
  },
});
