import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (acceptanceRequired: unknown) => ({
  type: "aws:ec2/vpcEndpointService:VpcEndpointService",
  props: {
    acceptanceRequired,
    networkLoadBalancerArns: ["arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/a/b"],
  },
});

export const examples: Examples = {
  denied: [
    {
      title: "a service that accepts every connection, in either spelling",
      resources: { a: service(false), b: service("false") },
      says: { a: "acceptanceRequired is false; set it to true", b: 'acceptanceRequired is "false"; set it to true' },
    },
    {
      title: "a service that does not say",
      resources: { a: service(undefined) },
      says: { a: "acceptanceRequired is not set; set it to true" },
    },
  ],
  allowed: [
    { title: "a service that accepts connections by hand", resources: { a: service(true), b: service("true") } },
  ],
  undecided: [
    {
      title: "a service of which that is not known",
      resources: { a: service(UNKNOWN) },
      says: { a: "acceptanceRequired is not known yet" },
    },
  ],
};
