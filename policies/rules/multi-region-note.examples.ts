import { type Examples, ref } from "../examples";

const of = (type: string) => (props: Record<string, unknown>) => ({ type: `aws:${type}`, props });
const balancer = of("lb/loadBalancer:LoadBalancer");
const classic = of("elb/loadBalancer:LoadBalancer");
const domain = of("apigatewayv2/domainName:DomainName");
const record = of("route53/record:Record");
const web = balancer({ subnets: ["subnet-1", "subnet-2"] });
const alias = {
  name: "www.example.com",
  type: "A",
  aliases: [{ name: ref("web", "dnsName"), evaluateTargetHealth: true }],
};
const said = "no failover record leads to it; add a primary one, and a secondary one for another region";

export const examples: Examples = {
  denied: [
    {
      title: "load balancers and a domain without records",
      resources: {
        web,
        old: classic({ subnets: ["subnet-1"] }),
        api: domain({ domainName: "api.example.com" }),
        rest: of("apigateway/domainName:DomainName")({ domainName: "rest.example.com" }),
      },
      says: { web: said, old: said, api: said, rest: said },
    },
    {
      title: "a load balancer with a plain record",
      resources: { web, www: record(alias) },
      says: { web: said },
    },
    {
      title: "a load balancer as the only origin of CloudFront",
      resources: {
        web,
        site: of("cloudfront/distribution:Distribution")({
          origins: [{ originId: "web", domainName: ref("web", "dnsName") }],
          originGroups: [],
        }),
      },
      says: { web: said },
    },
  ],
  allowed: [
    {
      title: "a load balancer with a primary record, whose secondary may be in another stack",
      resources: {
        web,
        www: record({ ...alias, setIdentifier: "here", failoverRoutingPolicies: [{ type: "PRIMARY" }] }),
      },
    },
    {
      title: "a domain with records by latency",
      resources: {
        web: domain({ domainName: "www.example.com" }),
        www: record({ ...alias, setIdentifier: "here", latencyRoutingPolicies: [{ region: "eu-west-1" }] }),
      },
    },
    {
      title: "a load balancer behind Global Accelerator, and one in an origin group",
      resources: {
        web,
        endpoints: of("globalaccelerator/endpointGroup:EndpointGroup")({
          endpointConfigurations: [{ endpointId: ref("web", "arn") }],
        }),
        other: web,
        site: of("cloudfront/distribution:Distribution")({
          origins: [{ originId: "web", domainName: ref("other", "dnsName") }],
          originGroups: [{ originId: "both", members: [{ originId: "web" }, { originId: "spare" }] }],
        }),
      },
    },
    {
      title: "load balancers that do not face the internet",
      resources: { api: balancer({ internal: true }), inspection: balancer({ loadBalancerType: "gateway" }) },
    },
  ],
  undecided: [
    {
      title: "a load balancer of which it is not known whether it faces the internet",
      resources: { api: balancer({ internal: true }), web: balancer({ internal: ref("api", "internal") }) },
      says: { web: "internal is not known yet" },
    },
  ],
};
