import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: object) => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { subnets: ["subnet-1", "subnet-2"], ...props },
});
const classic = (props: object) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props: { ...props } });
const listener = (name: string, protocol: unknown) => ({
  type: "aws:lb/listener:Listener",
  props: { loadBalancerArn: ref(name, "arn"), protocol, port: 443 },
});
const group = { type: "aws:ec2/securityGroup:SecurityGroup", props: { description: "Load balancer" } };
const own = { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: {} };
const net = {
  type: "aws:ec2/vpc:Vpc",
  props: { cidrBlock: "10.0.0.0/16", defaultSecurityGroupId: ref("net", "defaultSecurityGroupId") },
};

export const examples: Examples = {
  denied: [
    {
      title: "load balancers that name no groups",
      resources: {
        web: balancer({}),
        older: { type: "aws:alb/loadBalancer:LoadBalancer", props: { securityGroups: [] } },
        edge: balancer({ loadBalancerType: "network" }),
        "edge-tcp": listener("edge", "TCP"),
        clb: classic({ subnets: ["subnet-1"] }),
      },
      says: {
        web: "securityGroups is not set, so the default group of its VPC counts; name security groups",
        older: "securityGroups is not set, so the default group of its VPC counts",
        edge: "securityGroups is not set, so clients reach its targets unfiltered",
        clb: "securityGroups is not set, so the default group of its VPC counts",
      },
    },
    {
      title: "the default group of a VPC, by itself or as an output of the VPC",
      resources: {
        own,
        net,
        group,
        web: balancer({ securityGroups: [ref("group"), ref("own")] }),
        api: balancer({ securityGroups: [ref("net", "defaultSecurityGroupId")] }),
      },
      says: {
        web: 'securityGroups names the default group of a VPC ("own"); name one of its own',
        api: 'securityGroups names the default group of a VPC ("net")',
      },
    },
  ],
  allowed: [
    {
      title: "load balancers of each kind with a group of their own",
      resources: {
        own,
        group,
        web: balancer({ securityGroups: [ref("group")] }),
        edge: balancer({ loadBalancerType: "network", securityGroups: [ref("group")] }),
        clb: classic({ subnets: ["subnet-1"], securityGroups: [ref("group")] }),
        elsewhere: balancer({ securityGroups: ["sg-0a1b2c3d"] }),
        later: balancer({ securityGroups: UNKNOWN }),
      },
    },
    {
      title: "what has no groups: a gateway, QUIC, and a classic load balancer outside a VPC",
      resources: {
        inspect: balancer({ loadBalancerType: "gateway" }),
        fast: balancer({ loadBalancerType: "network" }),
        "fast-tls": listener("fast", "TLS"),
        "fast-quic": listener("fast", "QUIC"),
        both: balancer({ loadBalancerType: "network" }),
        "both-quic": listener("both", "TCP_QUIC"),
        old: classic({ availabilityZones: ["a"] }),
      },
    },
  ],
  undecided: [
    {
      title: "a load balancer without groups of which the type is not known",
      resources: { web: balancer({ loadBalancerType: UNKNOWN }) },
      says: { web: "loadBalancerType is not known yet" },
    },
    {
      title: "a network load balancer without groups of which a listener may speak QUIC",
      resources: { edge: balancer({ loadBalancerType: "network" }), "edge-any": listener("edge", UNKNOWN) },
      says: { edge: "the protocol of its listeners is not known yet" },
    },
    {
      title: "a group out of a component that holds a VPC",
      resources: {
        net,
        whole: { type: "awsx:ec2:Vpc", props: { vpcId: ref("net") } },
        web: balancer({ securityGroups: [ref("whole", "groupId"), ref("net", "groupId")] }),
      },
      says: { web: "whether securityGroups names the default group of a VPC is not known yet" },
    },
  ],
};
