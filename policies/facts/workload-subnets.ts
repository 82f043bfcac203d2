import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import type { Listed } from "./id-lists";
import { type Kind, referred } from "./references";
import { type SubnetPlace, subnetReferences } from "./subnet-references";

const instanceTypes = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"];
const subnetOf: SubnetPlace = { path: ["subnetId"], one: true, computed: true };
const overrides: SubnetPlace = { path: ["launchTemplateConfigs", "overrides", "subnetId"], one: true };
const ofTasks: SubnetPlace = { path: ["networkConfiguration", "subnets"] };
const ofNodes: SubnetPlace = { path: ["subnetIds"] };
const ofFunctions: SubnetPlace = { path: ["vpcConfig", "subnetIds"] };

/** Where instances, tasks, nodes and functions say in which subnets they run, by the type that starts them. */
const places: Record<string, readonly SubnetPlace[]> = {
  ...Object.fromEntries(instanceTypes.map((type) => [type, [subnetOf]])),
  "aws:ec2/launchTemplate:LaunchTemplate": [{ path: ["networkInterfaces", "subnetId"], one: true }],
  "aws:ec2/spotFleetRequest:SpotFleetRequest": [{ path: ["launchSpecifications", "subnetId"], one: true }, overrides],
  "aws:ec2/fleet:Fleet": [overrides],
  "aws:autoscaling/group:Group": [{ path: ["vpcZoneIdentifiers"], computed: true }],
  "aws:ecs/service:Service": [ofTasks],
  "aws:ecs/taskSet:TaskSet": [ofTasks],
  "aws:ecs/capacityProvider:CapacityProvider": [
    { path: ["managedInstancesProvider", "instanceLaunchTemplate", "networkConfiguration", "subnets"] },
  ],
  "aws:cloudwatch/eventTarget:EventTarget": [{ path: ["ecsTarget", "networkConfiguration", "subnets"] }],
  "aws:scheduler/schedule:Schedule": [{ path: ["target", "ecsParameters", "networkConfiguration", "subnets"] }],
  "aws:pipes/pipe:Pipe": [
    {
      path: ["targetParameters", "ecsTaskParameters", "networkConfiguration", "awsVpcConfiguration", "subnets"],
    },
  ],
  "aws:batch/computeEnvironment:ComputeEnvironment": [{ path: ["computeResources", "subnets"] }],
  "aws:eks/nodeGroup:NodeGroup": [ofNodes],
  "aws:eks/fargateProfile:FargateProfile": [ofNodes],
  "aws:lambda/function:Function": [ofFunctions],
  "aws:lambda/capacityProvider:CapacityProvider": [ofFunctions],
};

/** The types that start instances, tasks, nodes or functions. */
export const workloadTypes: readonly string[] = Object.keys(places);

const interfaceKind: Kind = { types: ["aws:ec2/networkInterface:NetworkInterface"], keys: ["id"] };

/** The subnets in which a resource starts what it runs, place by place; also those of network interfaces that it takes. */
export function workloadSubnets(stack: Stack, workload: StackResource): Listed[] {
  const own = (places[workload.type] ?? []).map((place) => subnetReferences(stack, workload, place));
  const interfaces = ["networkInterfaces", "primaryNetworkInterface"].flatMap((property) =>
    referred(workload, property, interfaceKind),
  );
  return [...own, ...interfaces.map((taken) => subnetReferences(stack, taken, { path: ["subnetId"], one: true }))];
}
