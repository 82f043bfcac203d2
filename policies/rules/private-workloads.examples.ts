import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("vpc") } };
/** A public subnet and a private one. */
const network = {
  vpc: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("vpc") } },
  open: subnet,
  closed: subnet,
  table: {
    type: "aws:ec2/routeTable:RouteTable",
    props: { vpcId: ref("vpc"), routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }] },
  },
  tie: {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    props: { subnetId: ref("open"), routeTableId: ref("table") },
  },
};
const resource = (type: string, props: Record<string, unknown>) => ({ type: `aws:${type}`, props });
const instance = (props: Record<string, unknown>) => resource("ec2/instance:Instance", props);
const group = (vpcZoneIdentifiers: unknown, tags: unknown[] = []) =>
  resource("autoscaling/group:Group", { vpcZoneIdentifiers, tags });
const service = (subnets: unknown) => resource("ecs/service:Service", { networkConfiguration: { subnets } });
/** What starts something, of each type, in one subnet. */
const everything = (where: unknown) => ({
  server: instance({ subnetId: where }),
  spot: resource("ec2/spotInstanceRequest:SpotInstanceRequest", { subnetId: where }),
  template: resource("ec2/launchTemplate:LaunchTemplate", { networkInterfaces: [{ subnetId: where }] }),
  oldFleet: resource("ec2/spotFleetRequest:SpotFleetRequest", { launchSpecifications: [{ subnetId: where }] }),
  spotFleet: resource("ec2/spotFleetRequest:SpotFleetRequest", {
    launchTemplateConfigs: [{ overrides: [{ subnetId: where }] }],
  }),
  fleet: resource("ec2/fleet:Fleet", { launchTemplateConfigs: [{ overrides: [{ subnetId: where }] }] }),
  group: group([where]),
  service: service([where]),
  set: resource("ecs/taskSet:TaskSet", { networkConfiguration: { subnets: [where] } }),
  hosts: resource("ecs/capacityProvider:CapacityProvider", {
    managedInstancesProvider: { instanceLaunchTemplate: { networkConfiguration: { subnets: [where] } } },
  }),
  nightly: resource("cloudwatch/eventTarget:EventTarget", {
    ecsTarget: { networkConfiguration: { subnets: [where] } },
  }),
  hourly: resource("scheduler/schedule:Schedule", {
    target: { ecsParameters: { networkConfiguration: { subnets: [where] } } },
  }),
  pipe: resource("pipes/pipe:Pipe", {
    targetParameters: { ecsTaskParameters: { networkConfiguration: { awsVpcConfiguration: { subnets: [where] } } } },
  }),
  batch: resource("batch/computeEnvironment:ComputeEnvironment", { computeResources: { subnets: [where] } }),
  nodes: resource("eks/nodeGroup:NodeGroup", { subnetIds: [where] }),
  pods: resource("eks/fargateProfile:FargateProfile", { subnetIds: [where] }),
  function: resource("lambda/function:Function", { vpcConfig: { subnetIds: [where] } }),
  functions: resource("lambda/capacityProvider:CapacityProvider", { vpcConfig: { subnetIds: [where] } }),
});
const publicOnes = "it runs in public subnets (open); use private ones";
/** A network interface in a public subnet, taken by an instance. */
const taken = {
  ...network,
  card: resource("ec2/networkInterface:NetworkInterface", { subnetId: ref("open") }),
};

export const examples: Examples = {
  denied: [
    {
      title: "anything that runs in a public subnet",
      resources: { ...network, ...everything(ref("open")) },
      says: Object.fromEntries(Object.keys(everything("")).map((name) => [name, publicOnes])),
    },
    {
      title: "a public subnet among private ones",
      resources: { ...network, web: group([ref("open"), ref("closed")]) },
      says: { web: publicOnes },
    },
    {
      title: "an instance whose network interface lies in a public subnet",
      resources: {
        ...taken,
        web: instance({ subnetId: UNKNOWN, networkInterfaces: [{ networkInterfaceId: ref("card"), deviceIndex: 0 }] }),
        api: instance({ subnetId: UNKNOWN, primaryNetworkInterface: { networkInterfaceId: ref("card") } }),
      },
      says: { web: publicOnes, api: publicOnes },
    },
    {
      title: "a subnet of the default VPC, which is public",
      resources: {
        preset: resource("ec2/defaultSubnet:DefaultSubnet", { availabilityZone: "eu-west-1a" }),
        web: instance({ subnetId: ref("preset") }),
      },
      says: { web: "it runs in public subnets (preset)" },
    },
    {
      title: "a tag other than the one that allows it",
      settings: { allowTags: ["exposure=internet"] },
      resources: { ...network, web: instance({ subnetId: ref("open"), tags: { exposure: "none" } }) },
      says: { web: publicOnes },
    },
  ],
  allowed: [
    { title: "anything that runs in a private subnet", resources: { ...network, ...everything(ref("closed")) } },
    {
      title: "a function outside of any VPC and an instance of a launch template",
      resources: {
        plain: resource("lambda/function:Function", { runtime: "nodejs22.x" }),
        web: instance({ subnetId: UNKNOWN, launchTemplate: { id: "lt-1" } }),
      },
    },
    {
      title: "a NAT instance",
      resources: { ...network, nat: instance({ subnetId: ref("open"), sourceDestCheck: false }) },
    },
    {
      title: "a workload with a tag that allows it",
      settings: { allowTags: ["exposure=internet"] },
      resources: {
        ...network,
        web: instance({ subnetId: ref("open"), tags: { exposure: "internet" } }),
        group: group([ref("open")], [{ key: "exposure", value: "internet", propagateAtLaunch: true }]),
      },
    },
  ],
  undecided: [
    {
      title: "subnets that this stack does not define",
      resources: { web: service(["subnet-1", "subnet-2"]) },
      says: { web: 'whether "subnet-1", a subnet that this stack does not define, is public is not known yet' },
    },
    {
      title: "a list of subnets that is not known",
      resources: { ...network, web: service(UNKNOWN), api: group([ref("closed"), UNKNOWN]) },
      says: {
        web: "whether each of its subnets is public is not known yet",
        api: "whether each of its subnets is public is not known yet",
      },
    },
    {
      title: "a subnet whose routes are made elsewhere",
      resources: {
        ...network,
        elsewhere: {
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          props: { subnetId: ref("closed"), routeTableId: "rtb-1" },
        },
        web: service([ref("closed")]),
      },
      says: { web: 'whether subnet "closed" is public is not known yet' },
    },
    {
      title: "a tag that is not known",
      settings: { allowTags: ["exposure=internet"] },
      resources: { ...network, web: instance({ subnetId: ref("open"), tags: { exposure: UNKNOWN } }) },
      says: { web: "tags is not known yet" },
    },
  ],
};
