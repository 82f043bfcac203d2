import { groupType } from "../facts/auto-scaling-groups";
import { templatesOf } from "../facts/launch-templates";
import { type Kind, named } from "../facts/references";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import { groupPlaces, spreadInStack } from "../facts/zones";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const placementKind: Kind = {
  types: ["aws:ec2/placementGroup:PlacementGroup"],
  keys: ["name", "id", "placementGroupId"],
};

export const placementNotOneRack = rule({
  name: "placement-not-one-rack",
  displayName: "What spans zones is not packed into one rack",
  description:
    "An Auto Scaling group of several zones is in no cluster placement group, which keeps instances close together in one.",
  why: "A cluster placement group lies in one zone, and close together there, so that one failure hits all of it.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html",
  remediationSteps:
    'Use a placement group of strategy "spread" or "partition"; or give the group subnets of one zone, if its instances must be close together.',
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const group of stack.ofType(groupType)) {
      const placements = placementsOf(stack, group);
      const cluster = placements.find(({ strategy }) => strategy === "cluster");
      const vague = placements.find(({ strategy }) => strategy === UNKNOWN);
      if (!cluster && !vague) continue;
      const { atLeast, atMost } = spreadInStack(stack, group, groupPlaces);
      if (atMost < 2) continue;
      if (!cluster && vague) on(group).undecided(vague.name);
      else if (atLeast < 2) on(group).undecided("the zones of its subnets");
      else if (cluster) {
        on(group).deny(
          `it spans ${atLeast} zones and ${cluster.name} of strategy "cluster" lies in one; use "spread" or "partition"`,
        );
      }
    }
  },
});

interface Placement {
  /** As a message calls it, or what of it is not known. */
  readonly name: string;
  readonly strategy: Fact<string>;
}

/** The placement groups into which a group launches, by its own words or by those of its launch templates. */
function placementsOf(stack: Stack, group: StackResource): Placement[] {
  const own = placementIn(stack, group, "placementGroup", at(group.props, "placementGroup"));
  const launched = templatesOf(stack, group).flatMap((template) => {
    const placement = at(template.props, "placement");
    const value = placement === UNKNOWN ? UNKNOWN : (at(placement, "groupName") ?? at(placement, "groupId"));
    return placementIn(stack, template, "placement", value);
  });
  return [...own, ...launched];
}

function placementIn(stack: Stack, from: StackResource, property: string, value: unknown): Placement[] {
  if (value === undefined || value === "") return [];
  const found = named(stack, from, property, value, placementKind).map((placement): Placement => {
    const strategy = asText(at(placement.props, "strategy"));
    const name = `placement group "${placement.name}"`;
    return strategy === UNKNOWN ? { name: `the strategy of ${name}`, strategy } : { name, strategy };
  });
  if (found.length > 0) return found;
  const foreign =
    value === UNKNOWN ? property : `the placement group ${shown(value)}, which this stack does not define,`;
  return [{ name: foreign, strategy: UNKNOWN }];
}
