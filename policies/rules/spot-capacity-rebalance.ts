import { groupType } from "../facts/auto-scaling-groups";
import { templatesOf } from "../facts/launch-templates";
import { countTypes, launchesSpot, overrideTypes, type TypeCount } from "../facts/spot-instances";
import { stated } from "../facts/stated";
import { asBoolean, asList, asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";
import { integer } from "../settings";

const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";

export const spotCapacityRebalance = rule({
  name: "spot-capacity-rebalance",
  displayName: "Spot Instances are replaced in time",
  description:
    "What launches Spot Instances may choose among several instance types, and replaces an instance before EC2 takes it back.",
  why: "Spot capacity of one type can run out everywhere at once, and the two minutes of notice are often too short to start a replacement.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-rebalancing.html",
  remediationSteps:
    "Set capacityRebalance to true, and name several instance types in the overrides of the mixedInstancesPolicy, or instanceRequirements.",
  controls: {},
  settings: { minTypes: integer(3, "The number of instance types to choose among.", { minimum: 1 }) },
  types: [groupType, nodeGroupType],
  resource({ resource, settings: { minTypes }, deny, undecided }) {
    if (resource.type === nodeGroupType) return judgeNodes(resource, minTypes, { deny, undecided });
    const spot = launchesSpot(resource.props);
    if (spot === UNKNOWN) undecided("the share of Spot Instances in mixedInstancesPolicy");
    else if (spot) judgeGroup(resource, minTypes, { deny, undecided });
  },
  stack({ stack, settings: { minTypes }, on }) {
    for (const group of stack.ofType(groupType)) {
      if (launchesSpot(stated(group).props) !== false) continue;
      const markets = templatesOf(stack, group).map(({ props }) => at(props, "instanceMarketOptions", "marketType"));
      if (markets.includes("spot")) judgeGroup(group, minTypes, on(group));
      else if (markets.includes(UNKNOWN)) on(group).undecided("the marketType of its launch template");
    }
  },
});

function judgeGroup({ props }: Resource, minTypes: number, { deny, undecided }: Verdicts): void {
  const rebalance = at(props, "capacityRebalance");
  const rebalances = asBoolean(rebalance);
  if (rebalances === UNKNOWN) undecided("capacityRebalance");
  else if (!rebalances) deny(`it launches Spot Instances and capacityRebalance is ${shown(rebalance)}; set it to true`);
  const types = overrideTypes(props) ?? { atLeast: 1, atMost: 1 };
  judgeTypes(types, "mixedInstancesPolicy.launchTemplate.overrides", minTypes, { deny, undecided });
}

/** EKS rebalances its node groups itself: https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html */
function judgeNodes({ props }: Resource, minTypes: number, { deny, undecided }: Verdicts): void {
  const capacity = asText(at(props, "capacityType"));
  if (capacity === UNKNOWN) undecided("capacityType");
  if (capacity !== "SPOT") return;
  const list = asList(at(props, "instanceTypes"));
  const types = list === UNKNOWN ? { atLeast: 0, atMost: Number.POSITIVE_INFINITY } : countTypes(list);
  judgeTypes(types, "instanceTypes", minTypes, { deny, undecided });
}

function judgeTypes({ atLeast, atMost }: TypeCount, place: string, min: number, { deny, undecided }: Verdicts): void {
  if (atLeast >= min) return;
  const types = atMost <= 1 ? "1 instance type" : `${atMost} instance types`;
  if (atMost >= min) undecided(place);
  else deny(`it launches Spot Instances of ${types}, whose capacity may run out; name ${min} or more in ${place}`);
}
