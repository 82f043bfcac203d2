import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: Record<string, unknown>) => ({ type, props });
const instance = of("aws:ec2/instance:Instance");
const address = of("aws:ec2/eip:Eip");
const record = of("aws:route53/record:Record");
const association = of("aws:ec2/eipAssociation:EipAssociation");
const web = instance({ instanceType: "t3.micro" });

export const examples: Examples = {
  denied: [
    {
      title: "an Elastic IP on an instance that no record names",
      resources: { web, address: address({ instance: ref("web") }) },
      says: { address: 'it is the only entry of "web", and no DNS record names it; use a load balancer and its name' },
    },
    {
      title: "one that an association gives to an instance, by a network interface too",
      resources: {
        web,
        address: address({ domain: "vpc" }),
        association: association({ allocationId: ref("address"), instanceId: ref("web") }),
        card: of("aws:ec2/networkInterface:NetworkInterface")({ subnetId: "subnet-1" }),
        other: instance({ networkInterfaces: [{ networkInterfaceId: ref("card"), deviceIndex: 0 }] }),
        second: address({ networkInterface: ref("card") }),
      },
      says: { address: 'it is the only entry of "web"', second: 'it is the only entry of "other"' },
    },
    {
      title: "an instance that this stack does not define",
      resources: { address: address({ instance: "i-0123456789abcdef0" }) },
      says: { address: "it is the only entry, and no DNS record names it" },
    },
  ],
  allowed: [
    {
      title: "an address that a record names, and one whose instance a record names",
      resources: {
        web,
        address: address({ instance: ref("web") }),
        www: record({ name: "www.example.com", type: "A", records: [ref("address", "publicIp")] }),
        db: instance({}),
        second: address({ instance: ref("db") }),
        named: record({ name: "db.example.com", type: "A", records: [ref("db", "publicIp")] }),
      },
    },
    {
      title: "an address that a record of another provider names",
      resources: {
        web,
        address: address({ instance: ref("web") }),
        cloudflare: of("cloudflare:index/dnsRecord:DnsRecord")({ name: "www", content: ref("address", "publicIp") }),
      },
    },
    {
      title: "addresses behind Global Accelerator, of a NAT gateway, a load balancer and a NAT instance",
      resources: {
        web,
        address: address({ instance: ref("web") }),
        endpoints: of("aws:globalaccelerator/endpointGroup:EndpointGroup")({
          endpointConfigurations: [{ endpointId: ref("address", "allocationId") }],
        }),
        forNat: address({ domain: "vpc" }),
        gateway: of("aws:ec2/natGateway:NatGateway")({ allocationId: ref("forNat") }),
        forEdge: address({ domain: "vpc" }),
        edge: of("aws:lb/loadBalancer:LoadBalancer")({
          loadBalancerType: "network",
          subnetMappings: [{ subnetId: "subnet-1", allocationId: ref("forEdge") }],
        }),
        out: instance({ sourceDestCheck: false }),
        forOut: address({ instance: ref("out") }),
      },
    },
  ],
  undecided: [
    {
      title: "an instance of which it is not known whether it forwards the traffic of others",
      resources: { web: instance({ sourceDestCheck: UNKNOWN }), address: address({ instance: ref("web") }) },
      says: { address: "sourceDestCheck of its instance is not known yet" },
    },
  ],
};
