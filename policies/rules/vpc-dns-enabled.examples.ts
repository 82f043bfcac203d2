import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = (props: Record<string, unknown> = {}) => ({
  type: "aws:ec2/vpc:Vpc",
  props: { cidrBlock: "10.0.0.0/16", ...props },
});
const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("net") } };
const mount = { type: "aws:efs/mountTarget:MountTarget", props: { fileSystemId: "fs-1", subnetId: ref("a") } };
const cluster = { type: "aws:eks/cluster:Cluster", props: { vpcConfig: { subnetIds: [ref("a")] } } };
const endpoint = (props: Record<string, unknown>) => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  props: { vpcId: ref("net"), serviceName: "com.amazonaws.eu-west-1.logs", vpcEndpointType: "Interface", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "a VPC that resolves no names, in either spelling",
      resources: {
        a: vpc({ enableDnsSupport: false, enableDnsHostnames: true }),
        b: vpc({ enableDnsSupport: "false", enableDnsHostnames: true }),
      },
      says: { a: "enableDnsSupport is false; set it to true", b: "enableDnsSupport is false" },
    },
    {
      title: "a file system in a VPC that gives out no names",
      resources: { net: vpc(), a: subnet, files: mount },
      says: { net: 'enableDnsHostnames is not set, and EFS mount target "files" needs it; set it to true' },
    },
    {
      title: "a cluster in a VPC that gives out no names",
      resources: { net: vpc({ enableDnsHostnames: false }), a: subnet, shop: cluster },
      says: { net: 'enableDnsHostnames is false, and EKS cluster "shop" needs it' },
    },
    {
      title: "an interface endpoint with private names in a VPC that gives out none",
      resources: { net: vpc(), logs: endpoint({ privateDnsEnabled: true }) },
      says: { net: 'interface endpoint "logs" needs it' },
    },
    {
      title: "a default VPC that is told to give out no names",
      resources: {
        net: { type: "aws:ec2/defaultVpc:DefaultVpc", props: { enableDnsHostnames: false } },
        a: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-west-1a" } },
        files: mount,
      },
      says: { net: "enableDnsHostnames is false" },
    },
  ],
  allowed: [
    {
      title: "a VPC that resolves names and gives them out",
      resources: {
        net: vpc({ enableDnsSupport: true, enableDnsHostnames: true }),
        a: subnet,
        files: mount,
        shop: cluster,
      },
    },
    {
      title: "a VPC in which nothing needs names",
      resources: { net: vpc(), a: subnet, s3: endpoint({ vpcEndpointType: "Gateway", privateDnsEnabled: UNKNOWN }) },
      remediedAnyway: ["net"],
    },
    {
      title: "an endpoint whose private names are off",
      resources: { net: vpc(), logs: endpoint({ privateDnsEnabled: false }) },
      remediedAnyway: ["net"],
    },
    {
      title: "a default VPC, which gives out names unless told otherwise",
      resources: {
        net: { type: "aws:ec2/defaultVpc:DefaultVpc", props: {} },
        a: { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-west-1a" } },
        files: mount,
      },
    },
  ],
  undecided: [
    {
      title: "a VPC of which it is not known whether it resolves names",
      resources: { net: vpc({ enableDnsSupport: UNKNOWN, enableDnsHostnames: true }) },
      says: { net: "enableDnsSupport is not known yet" },
    },
    {
      title: "a VPC of which it is not known whether it gives out names",
      resources: {
        other: vpc(),
        net: vpc({ enableDnsHostnames: ref("other", "enableDnsHostnames") }),
        a: subnet,
        files: mount,
      },
      says: { net: "enableDnsHostnames is not known yet" },
      remediedAnyway: ["other"],
    },
    {
      title: "an endpoint of which it is not known whether it has private names",
      resources: {
        net: vpc(),
        other: vpc(),
        logs: endpoint({ privateDnsEnabled: ref("other", "enableDnsHostnames") }),
      },
      says: { net: 'whether interface endpoint "logs" needs its enableDnsHostnames is not known yet' },
      remediedAnyway: ["net", "other"],
    },
  ],
};
