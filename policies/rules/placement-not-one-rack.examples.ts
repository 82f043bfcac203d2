import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const inZone = (availabilityZone: string) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone } });
const subnets = { a: inZone("eu-west-1a"), b: inZone("eu-west-1b") };
const placement = (strategy: unknown, props: object = {}) => ({
  type: "aws:ec2/placementGroup:PlacementGroup",
  props: { strategy, ...props },
});
const group = (props: object) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 4, vpcZoneIdentifiers: [ref("a"), ref("b")], ...props },
});
const template = (props: object) => ({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  props: { placement: { ...props } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a group of two zones in a cluster placement group",
      resources: { ...subnets, rack: placement("cluster"), web: group({ placementGroup: ref("rack", "name") }) },
      says: {
        web: 'it spans 2 zones and placement group "rack" of strategy "cluster" lies in one; use "spread" or "partition"',
      },
    },
    {
      title: "a group whose launch template names one",
      resources: {
        ...subnets,
        rack: placement("cluster", { name: "hpc" }),
        byName: template({ groupName: "hpc" }),
        byId: template({ groupId: ref("rack", "placementGroupId") }),
        web: group({ launchTemplate: { id: ref("byName") } }),
        api: group({ launchTemplate: { id: ref("byId") } }),
      },
      says: { web: 'placement group "rack" of strategy "cluster"', api: 'placement group "rack"' },
    },
  ],
  allowed: [
    {
      title: "a spread or partition placement group, or none",
      resources: {
        ...subnets,
        apart: placement("spread"),
        parts: placement("partition"),
        web: group({ placementGroup: ref("apart") }),
        api: group({ placementGroup: ref("parts", "name") }),
        jobs: group({}),
      },
    },
    {
      title: "a cluster placement group in one zone",
      resources: {
        a: subnets.a,
        rack: placement("cluster"),
        web: group({ vpcZoneIdentifiers: [ref("a")], placementGroup: ref("rack") }),
      },
    },
  ],
  undecided: [
    {
      title: "a placement group that is not known, or not in the stack",
      resources: {
        ...subnets,
        web: group({ placementGroup: UNKNOWN }),
        api: group({ placementGroup: "hpc" }),
        odd: placement(UNKNOWN),
        jobs: group({ placementGroup: ref("odd") }),
      },
      says: {
        web: "placementGroup is not known yet",
        api: 'the placement group "hpc", which this stack does not define,',
        jobs: 'the strategy of placement group "odd"',
      },
    },
    {
      title: "subnets whose zones are not known",
      resources: {
        rack: placement("cluster"),
        web: group({ vpcZoneIdentifiers: ["subnet-1", "subnet-2"], placementGroup: ref("rack") }),
      },
      says: { web: "the zones of its subnets" },
    },
  ],
};
