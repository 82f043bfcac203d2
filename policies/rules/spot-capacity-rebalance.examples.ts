import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const template = (props: object = {}) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });
const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 9, ...props } });
const types = (...names: unknown[]) => names.map((instanceType) => ({ instanceType }));
const mixed = (instancesDistribution: unknown, overrides: unknown, props: object = {}) =>
  group({
    mixedInstancesPolicy: {
      instancesDistribution,
      launchTemplate: { launchTemplateSpecification: { launchTemplateName: "web" }, overrides },
    },
    ...props,
  });
const spot = { onDemandBaseCapacity: 2, onDemandPercentageAboveBaseCapacity: 0 };
const three = types("m7g.large", "m6g.large", "r7g.large");
const rebalanced = { capacityRebalance: true };
const nodes = (props: object) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { clusterName: "main", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a group with Spot Instances that does not rebalance",
      resources: { web: mixed(spot, three), api: mixed(spot, three, { capacityRebalance: "false" }) },
      says: {
        web: "it launches Spot Instances and capacityRebalance is not set; set it to true",
        api: 'capacityRebalance is "false"',
      },
    },
    {
      title: "Spot Instances of one type or two",
      resources: {
        web: mixed(spot, [], rebalanced),
        api: mixed(
          { onDemandPercentageAboveBaseCapacity: "50" },
          types("m7g.large", "m7g.large", "m6g.large"),
          rebalanced,
        ),
      },
      says: {
        web: "it launches Spot Instances of 1 instance type, whose capacity may run out; name 3 or more in mixedInstancesPolicy.launchTemplate.overrides",
        api: "of 2 instance types",
      },
    },
    {
      title: "a group whose launch template asks for Spot Instances",
      resources: {
        spot: template({ instanceMarketOptions: { marketType: "spot" } }),
        web: group({ launchTemplate: { id: ref("spot") } }),
      },
      says: { web: ["capacityRebalance is not set", "of 1 instance type"] },
    },
    {
      title: "nodes of EKS with one type",
      resources: {
        nodes: nodes({ capacityType: "SPOT", instanceTypes: ["m7g.large"] }),
        plain: nodes({ capacityType: "SPOT", launchTemplate: { id: "lt-1", version: "1" } }),
      },
      says: {
        nodes: "of 1 instance type, whose capacity may run out; name 3 or more in instanceTypes",
        plain: "of 1 instance type",
      },
    },
  ],
  allowed: [
    {
      title: "a group that rebalances and has three types, or states what they must have",
      resources: {
        web: mixed(spot, three, rebalanced),
        api: mixed(spot, [{ instanceRequirements: { vcpuCount: { min: 2 } } }], { capacityRebalance: "true" }),
      },
    },
    {
      title: "groups without Spot Instances",
      resources: {
        template: template(),
        web: group({ launchTemplate: { id: ref("template") } }),
        api: mixed(undefined, types("m7g.large")),
        jobs: mixed({ onDemandPercentageAboveBaseCapacity: 100 }, []),
        base: mixed({ onDemandBaseCapacity: 9, onDemandPercentageAboveBaseCapacity: 0 }, []),
        nodes: nodes({ capacityType: "ON_DEMAND", instanceTypes: ["m7g.large"] }),
        plain: nodes({}),
      },
    },
    {
      title: "two types where two are enough",
      settings: { minTypes: 2 },
      resources: {
        web: mixed(spot, types("m7g.large", "m6g.large"), rebalanced),
        nodes: nodes({ capacityType: "SPOT", instanceTypes: ["m7g.large", "m6g.large"] }),
      },
    },
  ],
  undecided: [
    {
      title: "a share of Spot Instances, types or a rebalancing that are not known",
      resources: {
        web: mixed({ onDemandPercentageAboveBaseCapacity: UNKNOWN }, three),
        api: mixed(spot, types("m7g.large", UNKNOWN, UNKNOWN), rebalanced),
        jobs: mixed(spot, three, { capacityRebalance: UNKNOWN }),
        other: group({ mixedInstancesPolicy: UNKNOWN }),
        nodes: nodes({ capacityType: UNKNOWN }),
        many: nodes({ capacityType: "SPOT", instanceTypes: UNKNOWN }),
      },
      says: {
        web: "the share of Spot Instances in mixedInstancesPolicy",
        api: "mixedInstancesPolicy.launchTemplate.overrides is not known yet",
        jobs: "capacityRebalance is not known yet",
        other: "the share of Spot Instances in mixedInstancesPolicy",
        nodes: "capacityType is not known yet",
        many: "instanceTypes is not known yet",
      },
    },
    {
      title: "a template that may ask for Spot Instances",
      resources: {
        template: template({ instanceMarketOptions: UNKNOWN }),
        web: group({ launchTemplate: { id: ref("template") } }),
      },
      says: { web: "the marketType of its launch template" },
    },
  ],
};
