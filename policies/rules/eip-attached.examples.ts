import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const address = (props: object = {}) => ({ type: "aws:ec2/eip:Eip", props: { domain: "vpc", ...props } });
const instance = { type: "aws:ec2/instance:Instance", props: { ami: "ami-1" } };

export const examples: Examples = {
  denied: [
    {
      title: "an address that nothing uses, whatever it left to AWS",
      resources: { a: address(), b: address({ instance: "" }) },
      says: {
        a: "nothing uses it; give it to an instance, a NAT gateway or a load balancer, or delete it",
        b: "nothing uses it",
      },
    },
    {
      title: "an address that is only mentioned",
      resources: {
        a: address(),
        record: { type: "aws:route53/record:Record", props: { type: "A", records: [ref("a", "publicIp")] } },
        rule: {
          type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          props: { cidrIpv4: ref("a", "publicIp") },
        },
        name: { type: "aws:ec2/eipDomainName:EipDomainName", props: { allocationId: ref("a", "allocationId") } },
        note: { type: "aws:ssm/parameter:Parameter", props: { value: ref("a", "publicIp") } },
      },
      says: { a: "nothing uses it" },
    },
  ],
  allowed: [
    {
      title: "addresses of instances and interfaces, by the address or an association",
      resources: {
        instance,
        a: address({ instance: ref("instance") }),
        b: address({ networkInterface: "eni-1" }),
        c: address(),
        association: {
          type: "aws:ec2/eipAssociation:EipAssociation",
          props: { allocationId: ref("c", "allocationId"), instanceId: ref("instance") },
        },
        d: address({ associationId: "eipassoc-1" }),
        e: address({ instance: UNKNOWN }),
      },
    },
    {
      title: "addresses of NAT gateways and load balancers",
      resources: {
        a: address(),
        b: address(),
        c: address(),
        nat: {
          type: "aws:ec2/natGateway:NatGateway",
          props: { allocationId: ref("a", "allocationId"), secondaryAllocationIds: [ref("b", "allocationId")] },
        },
        balancer: {
          type: "aws:lb/loadBalancer:LoadBalancer",
          props: { subnetMappings: [{ subnetId: "subnet-1", allocationId: ref("c", "allocationId") }] },
        },
      },
    },
    {
      title: "an address that an instance takes when it starts",
      resources: {
        a: address(),
        web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { userData: ref("a", "allocationId") } },
      },
    },
  ],
  undecided: [],
};
