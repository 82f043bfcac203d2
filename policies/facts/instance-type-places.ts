import type { Resource } from "../resource";
import { type BeanstalkOption, beanstalkTypes, statedOption } from "./beanstalk-settings";
import { type Member, type Members, membersOf } from "./property-paths";

/** The way to a property, through objects and lists. */
type Way = readonly [string, ...string[]];

interface Places {
  readonly types: readonly Way[];
  /** The attributes by which AWS chooses types itself. */
  readonly requirements?: readonly Way[];
}

const single: Places = { types: [["instanceType"]] };
const configs = ["launchTemplateConfigs", "overrides"] as const;
const mixed = ["mixedInstancesPolicy", "launchTemplate", "overrides"] as const;

const places: Record<string, Places> = {
  "aws:ec2/instance:Instance": single,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": single,
  "aws:ec2/launchConfiguration:LaunchConfiguration": single,
  "aws:ec2/launchTemplate:LaunchTemplate": { ...single, requirements: [["instanceRequirements"]] },
  "aws:ec2/spotFleetRequest:SpotFleetRequest": {
    types: [
      ["launchSpecifications", "instanceType"],
      [...configs, "instanceType"],
    ],
    requirements: [[...configs, "instanceRequirements"]],
  },
  "aws:ec2/fleet:Fleet": {
    types: [[...configs, "instanceType"]],
    requirements: [[...configs, "instanceRequirements"]],
  },
  "aws:autoscaling/group:Group": {
    types: [[...mixed, "instanceType"]],
    requirements: [[...mixed, "instanceRequirements"]],
  },
  "aws:eks/nodeGroup:NodeGroup": { types: [["instanceTypes"]] },
  "aws:ecs/capacityProvider:CapacityProvider": {
    types: [],
    requirements: [["managedInstancesProvider", "instanceLaunchTemplate", "instanceRequirements"]],
  },
  "aws:batch/computeEnvironment:ComputeEnvironment": { types: [["computeResources", "instanceTypes"]] },
  "aws:emr/cluster:Cluster": {
    types: ["master", "core"].flatMap((part): Way[] => [
      [`${part}InstanceGroup`, "instanceType"],
      [`${part}InstanceFleet`, "instanceTypeConfigs", "instanceType"],
    ]),
  },
  "aws:emr/instanceGroup:InstanceGroup": single,
  "aws:emr/instanceFleet:InstanceFleet": { types: [["instanceTypeConfigs", "instanceType"]] },
  "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": { types: [["instanceTypes"]] },
  "aws:cloud9/environmentEC2:EnvironmentEC2": single,
};

/** The options by which Elastic Beanstalk names types, the first several behind commas. */
const options: readonly BeanstalkOption[] = [
  { namespace: "aws:ec2:instances", name: "InstanceTypes" },
  { namespace: "aws:autoscaling:launchconfiguration", name: "InstanceType" },
];

/** The types of resources that name types of instances. */
export const instanceTypePlaces = [...Object.keys(places), ...beanstalkTypes];

/** Every instance type that a resource names. */
export function statedTypes({ type, props }: Resource): Members {
  return beanstalkTypes.includes(type) ? optionTypes(props) : allAt(props, places[type]?.types);
}

/** Every set of attributes by which a resource lets AWS choose the types. */
export function statedRequirements({ type, props }: Resource): Members {
  return allAt(props, places[type]?.requirements);
}

function optionTypes(props: unknown): Members {
  const found = options.map((option) => statedOption(props, option));
  const members = found.flatMap(({ settings }) =>
    settings.flatMap(({ index, value }): Member[] => {
      const types = typeof value === "string" ? value.split(",").map((type) => type.trim()) : [value];
      return types.map((type) => ({ place: ["settings", index, "value"], value: type }));
    }),
  );
  return { members, unknownLists: [...new Set(found.flatMap(({ doubt }) => doubt ?? []))] };
}

function allAt(props: unknown, ways: readonly Way[] = []): Members {
  const found = ways.map(([first, ...rest]) => membersOf(props, [], first, ...rest));
  return {
    members: found.flatMap(({ members }) => members),
    unknownLists: found.flatMap(({ unknownLists }) => unknownLists),
  };
}
