import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("net") } };
/** An isolated subnet, and one with a NAT gateway. */
const network = {
  net: vpc,
  shut: subnet,
  out: subnet,
  table: {
    type: "aws:ec2/routeTable:RouteTable",
    props: { vpcId: ref("net"), routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }] },
  },
  tie: {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    props: { subnetId: ref("out"), routeTableId: ref("table") },
  },
};
const service = (...subnets: unknown[]) => ({
  type: "aws:ecs/service:Service",
  props: { networkConfiguration: { subnets } },
});
const server = (subnetId: unknown) => ({ type: "aws:ec2/instance:Instance", props: { subnetId } });
const endpoint = (serviceName: unknown) => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  props: { vpcId: ref("net"), vpcEndpointType: "Interface", serviceName },
});
const endpoints = (...services: string[]) =>
  Object.fromEntries(services.map((name) => [`to-${name}`, endpoint(`com.amazonaws.eu-west-1.${name}`)]));

export const examples: Examples = {
  denied: [
    {
      title: "tasks without a way out and without endpoints",
      resources: { ...network, web: service(ref("shut")) },
      says: {
        net: 'it has no endpoint for ecr.api, ecr.dkr, logs, secretsmanager, and "web" has no other way out; add them',
      },
    },
    {
      title: "an instance that nothing can manage",
      resources: { ...network, web: server(ref("shut")), ...endpoints("logs", "secretsmanager") },
      says: { net: 'it has no endpoint for ssm, and "web" has no other way out' },
    },
    {
      title: "tasks and instances together",
      resources: { ...network, web: server(ref("shut")), api: service(ref("shut")), ...endpoints("logs", "ssm") },
      says: { net: "it has no endpoint for ecr.api, ecr.dkr, secretsmanager" },
    },
    {
      title: "a service that the settings ask for",
      settings: { services: ["sqs"] },
      resources: { ...network, web: service(ref("shut")) },
      says: { net: "it has no endpoint for sqs" },
    },
  ],
  allowed: [
    {
      title: "tasks with an endpoint for all that they call",
      resources: {
        ...network,
        web: service(ref("shut")),
        ...endpoints("ecr.api", "ecr.dkr", "logs", "secretsmanager"),
      },
    },
    {
      title: "tasks and instances with a NAT gateway",
      resources: { ...network, web: service(ref("out")), db: server(ref("out")) },
    },
    {
      title: "a function, which brings its code along",
      resources: {
        ...network,
        job: { type: "aws:lambda/function:Function", props: { vpcConfig: { subnetIds: [ref("shut")] } } },
      },
    },
  ],
  undecided: [
    {
      title: "an endpoint for a service that is not known",
      resources: { ...network, web: service(ref("shut")), some: endpoint(UNKNOWN) },
      says: { net: "serviceName of one of its endpoints is not known yet" },
    },
    {
      title: "subnets that this stack does not define",
      resources: { web: service("subnet-1") },
      says: { web: 'whether "subnet-1", a subnet that this stack does not define, has a way out is not known yet' },
    },
    {
      title: "a VPC that this stack does not define",
      resources: {
        shut: { type: "aws:ec2/subnet:Subnet", props: { vpcId: "vpc-1" } },
        table: { type: "aws:ec2/routeTable:RouteTable", props: { vpcId: "vpc-1", routes: [] } },
        tie: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("shut"), routeTableId: ref("table") },
        },
        web: service(ref("shut")),
      },
      says: { web: "which endpoints its VPC has is not known yet" },
    },
  ],
};
