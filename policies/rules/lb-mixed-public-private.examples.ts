import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("net") } };
const table = (...routes: unknown[]) => ({
  type: "aws:ec2/routeTable:RouteTable",
  props: { vpcId: ref("net"), routes },
});
const tie = (subnetName: string, tableName: string) => ({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  props: { subnetId: ref(subnetName), routeTableId: ref(tableName) },
});
/** A public subnet, a private one, and one whose traffic passes a firewall on its way from and to the internet. */
const network = {
  net: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("net") } },
  open: subnet,
  closed: subnet,
  guarded: subnet,
  out: table({ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }),
  inspect: table({ cidrBlock: "0.0.0.0/0", vpcEndpointId: "vpce-1" }),
  tieOpen: tie("open", "out"),
  tieGuarded: tie("guarded", "inspect"),
};
const balancer = (props: Record<string, unknown>) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props });
const classic = (props: Record<string, unknown>) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props });
const lost = "it faces the internet, but no internet gateway serves its subnets (closed); use public ones";
const exposed = "it is internal, but its subnets are public (open); use private ones";

export const examples: Examples = {
  denied: [
    {
      title: "load balancers for the internet in private subnets",
      resources: {
        ...network,
        web: balancer({ subnets: [ref("open"), ref("closed")] }),
        old: { type: "aws:alb/loadBalancer:LoadBalancer", props: { internal: false, subnets: [ref("closed")] } },
        edge: balancer({ loadBalancerType: "network", subnetMappings: [{ subnetId: ref("closed") }] }),
        classic: classic({ subnets: [ref("closed")] }),
      },
      says: { web: lost, old: lost, edge: lost, classic: lost },
    },
    {
      title: "internal load balancers in public subnets, in either spelling",
      resources: {
        ...network,
        web: balancer({ internal: true, subnets: [ref("open"), ref("closed")] }),
        classic: classic({ internal: "true", subnets: [ref("open")] }),
      },
      says: { web: exposed, classic: exposed },
    },
  ],
  allowed: [
    {
      title: "load balancers in subnets of their kind",
      resources: {
        ...network,
        web: balancer({ internal: UNKNOWN, subnets: [ref("open")] }),
        api: balancer({ internal: true, subnets: [ref("closed")] }),
        classic: classic({ subnets: [ref("open")] }),
      },
    },
    {
      title: "a load balancer for the internet behind a firewall",
      resources: { ...network, web: balancer({ subnets: [ref("guarded")] }) },
    },
    {
      title: "a Gateway Load Balancer in private subnets",
      resources: { ...network, inspection: balancer({ loadBalancerType: "gateway", subnets: [ref("closed")] }) },
    },
  ],
  undecided: [
    {
      title: "a load balancer of which it is not known whether it is internal",
      resources: {
        ...network,
        web: balancer({ internal: ref("api", "internal"), subnets: [ref("closed")] }),
        api: balancer({ internal: true, subnets: [ref("closed")] }),
      },
      says: { web: "internal is not known yet" },
    },
    {
      title: "subnets that this stack does not define",
      resources: { web: balancer({ subnets: ["subnet-1"] }), api: balancer({ internal: true, subnets: ["subnet-2"] }) },
      says: {
        web: 'whether "subnet-1", a subnet that this stack does not define, is public is not known yet',
        api: 'whether "subnet-2", a subnet that this stack does not define, is public is not known yet',
      },
    },
  ],
};
