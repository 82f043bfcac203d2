import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const subnet = (zone: string) => ({
  type: "aws:ec2/subnet:Subnet",
  props: { vpcId: ref("vpc"), availabilityZone: `eu-west-1${zone}` },
});
const network = { vpc, a: subnet("a"), b: subnet("b") };
const both = [ref("a"), ref("b")];
const cluster = (subnetIds: unknown) => ({ type: "aws:eks/cluster:Cluster", props: { vpcConfig: { subnetIds } } });
const nodes = (subnetIds: unknown, minSize: unknown = 2) => ({
  type: "aws:eks/nodeGroup:NodeGroup",
  props: { subnetIds, scalingConfig: { minSize, desiredSize: 2, maxSize: 4 } },
});
const profile = (subnetIds: unknown) => ({ type: "aws:eks/fargateProfile:FargateProfile", props: { subnetIds } });
const toInternet = {
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("vpc") } },
  table: {
    type: "aws:ec2/routeTable:RouteTable",
    props: { vpcId: ref("vpc"), routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }] },
  },
  open: {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    props: { subnetId: ref("b"), routeTableId: ref("table") },
  },
};

export const examples: Examples = {
  denied: [
    {
      title: "a cluster, nodes and pods in one subnet",
      resources: { ...network, shop: cluster([ref("a")]), nodes: nodes([ref("a")]), jobs: profile([ref("a")]) },
      says: {
        shop: "vpcConfig.subnetIds names 1 subnet; give it subnets of 2 zones",
        nodes: "subnetIds names 1 subnet",
        jobs: "subnetIds names 1 subnet",
      },
    },
    {
      title: "nodes in two subnets of one zone",
      resources: { ...network, b: subnet("a"), nodes: nodes(both) },
      says: { nodes: "subnetIds covers only eu-west-1a" },
    },
    {
      title: "a group that may shrink to one node",
      resources: { ...network, nodes: nodes(both, 1) },
      says: { nodes: "scalingConfig.minSize is 1; set it to 2 or more" },
    },
    {
      title: "nodes in a public subnet",
      resources: { ...network, ...toInternet, shop: cluster(both), nodes: nodes(both) },
      says: { nodes: "its nodes run in public subnets (b); use private ones" },
    },
  ],
  allowed: [
    {
      title: "a cluster, nodes and pods in private subnets of two zones",
      resources: { ...network, shop: cluster(both), nodes: nodes(both), jobs: profile(both) },
    },
    {
      title: "one node where one is enough",
      settings: { min: 1 },
      resources: { ...network, nodes: nodes([ref("a")], 1) },
    },
  ],
  undecided: [
    {
      title: "subnets that are not in the stack",
      resources: { nodes: nodes(["subnet-1", "subnet-2"]) },
      says: { nodes: "the zones of its subnets is not known yet" },
    },
    {
      title: "nodes in subnets whose routes are made elsewhere",
      resources: {
        ...network,
        one: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("a"), routeTableId: "rtb-1" },
        },
        nodes: nodes(both),
      },
      says: { nodes: 'whether subnet "a" is public is not known yet' },
    },
    {
      title: "a size that is not known",
      resources: { ...network, nodes: nodes(both, UNKNOWN) },
      says: { nodes: "scalingConfig.minSize is not known yet" },
    },
  ],
};
