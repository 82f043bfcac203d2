import { clusterType } from "../facts/eks-endpoints";
import { findSubnets, namesOf, type SubnetPlace, subnetReferences } from "../facts/subnet-references";
import { isPublic } from "../facts/subnet-tiers";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { spreadAlone, spreadInStack, type ZonePlaces } from "../facts/zones";
import { rule } from "../rule";
import { integer } from "../settings";

const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";
const profileType = "aws:eks/fargateProfile:FargateProfile";

const nodePlace: SubnetPlace = { path: ["subnetIds"] };

/** Where each type names its subnets. */
const places: Record<string, ZonePlaces> = {
  [clusterType]: { subnets: [{ path: ["vpcConfig", "subnetIds"] }], zones: [] },
  [nodeGroupType]: { subnets: [nodePlace], zones: [] },
  [profileType]: { subnets: [nodePlace], zones: [] },
};
const nowhere: ZonePlaces = { subnets: [], zones: [] };
const types = Object.keys(places);

export const eksMultiAzPrivateNodes = rule({
  name: "eks-multi-az-private-nodes",
  displayName: "Nodes of EKS span private subnets of several zones",
  description: "A cluster and its nodes have subnets of at least two zones, and the nodes are several and private.",
  why: "With nodes in one zone its outage takes every pod, and nodes in public subnets are one rule away from the internet.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/reliability.html",
  remediationSteps:
    "Give the cluster, its node groups and Fargate profiles private subnets of two or more zones, and node groups a minSize of 2.",
  controls: {},
  settings: { min: integer(2, "The number of zones, and of nodes in a group.", { minimum: 1 }) },
  types,
  resource({ resource, settings: { min }, deny, undecided }) {
    const alone = spreadAlone(resource, places[resource.type] ?? nowhere);
    if (alone && alone.atMost < min) deny(`${alone.says}; give it subnets of ${min} zones`);
    if (resource.type !== nodeGroupType) return;
    const size = asNumber(at(resource.props, "scalingConfig", "minSize"));
    if (size === UNKNOWN) undecided("scalingConfig.minSize");
    else if (size !== undefined && size < min) deny(`scalingConfig.minSize is ${size}; set it to ${min} or more`);
  },
  stack({ stack, settings: { min }, on }) {
    for (const resource of stack.ofType(...types)) {
      const where = places[resource.type] ?? nowhere;
      const { deny, undecided } = on(resource);
      const alone = spreadAlone(resource, where);
      if (alone && alone.atMost >= min && alone.atLeast < min) {
        const { atLeast, atMost, says } = spreadInStack(stack, resource, where);
        if (atMost < min) deny(`${says}; give it subnets of ${min} zones`);
        else if (atLeast < min) undecided("the zones of its subnets");
      }
      if (resource.type !== nodeGroupType) continue;
      const nodes = subnetReferences(stack, resource, nodePlace);
      const open = findSubnets(nodes, "is public", (subnet) => isPublic(stack, subnet));
      if (open.subnets.length > 0) deny(`its nodes run in public subnets (${namesOf(open.subnets)}); use private ones`);
      else if (open.doubt) undecided(open.doubt);
    }
  },
});
