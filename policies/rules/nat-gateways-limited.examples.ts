import type { Examples } from "../examples";

const gateway = { type: "aws:ec2/natGateway:NatGateway", props: { subnetId: "subnet-1" } };

export const examples: Examples = {
  denied: [
    {
      title: "a dev stack with a NAT gateway in each zone",
      environment: "dev",
      resources: { a: gateway, b: gateway },
      says: { "": "it is a dev stack with 2 NAT gateways (a, b); route all to one" },
    },
  ],
  allowed: [
    { title: "a dev stack with one NAT gateway", environment: "dev", resources: { a: gateway } },
    { title: "a production stack with one in each zone", resources: { a: gateway, b: gateway } },
  ],
  undecided: [],
};
