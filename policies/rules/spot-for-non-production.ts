import { groupType } from "../facts/auto-scaling-groups";
import { serviceType } from "../facts/ecs-services";
import { foreignTemplates, templatesOf } from "../facts/launch-templates";
import { said } from "../facts/said";
import { launchesSpot } from "../facts/spot-instances";
import { anyOf, known } from "../facts/three-valued";
import { asList, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import type { StatedInputs } from "../stated-inputs";

const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";

export const spotForNonProduction = rule({
  name: "spot-for-non-production",
  displayName: "Stacks for trying out run on Spot capacity",
  description:
    "The Auto Scaling groups, Fargate services and EKS node groups of a dev stack run on Spot capacity in part.",
  why: "Spot capacity costs a fraction of the price, and a stack for trying out survives that it is taken back.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances.html",
  remediationSteps:
    "Give a group a mixedInstancesPolicy with less than 100% On-Demand, a service a capacity provider FARGATE_SPOT, a node group capacityType SPOT.",
  controls: {},
  types: [groupType, serviceType, nodeGroupType],
  stack({ stack, environment, on, run: { statedInputs } }) {
    if (environment !== "dev") return;
    for (const group of stack.ofType(groupType)) {
      const props = { ...group.props, mixedInstancesPolicy: said(group, "mixedInstancesPolicy", statedInputs) };
      const isSpot = anyOf([launchesSpot(props), ...templatesOf(stack, group).map(asksForSpot)]);
      const [foreign] = foreignTemplates(stack, group);
      if (isSpot === true) continue;
      if (isSpot === UNKNOWN || foreign) on(group).undecided(foreign ?? "whether it asks for Spot Instances");
      else on(group).deny("all its instances are On-Demand ones; let mixedInstancesPolicy ask for Spot Instances too");
    }
    for (const service of stack.ofType(serviceType)) {
      const isOnDemand = runsOnFargateAlone(service, statedInputs);
      if (isOnDemand === UNKNOWN) on(service).undecided("its capacity providers");
      else if (isOnDemand)
        on(service).deny("all its tasks run on FARGATE; add FARGATE_SPOT to capacityProviderStrategies");
    }
    for (const nodes of stack.ofType(nodeGroupType)) {
      const isSpot = known(asText(said(nodes, "capacityType", statedInputs)), (type) => type === "SPOT");
      if (isSpot === UNKNOWN) on(nodes).undecided("capacityType");
      else if (!isSpot) on(nodes).deny('its instances are On-Demand ones; set capacityType to "SPOT"');
    }
  },
});

function asksForSpot({ props }: StackResource): boolean | Unknown {
  return known(asText(at(props, "instanceMarketOptions", "marketType")), (type) => type === "spot");
}

/** Capacity of a group is judged with its group. */
function runsOnFargateAlone(service: StackResource, statedInputs: StatedInputs): boolean | Unknown {
  const strategies = asList(at(service.props, "capacityProviderStrategies"));
  if (strategies === UNKNOWN) return UNKNOWN;
  if (strategies.length === 0)
    return known(asText(said(service, "launchType", statedInputs)), (type) => type === "FARGATE");
  const providers = strategies.map((strategy) => asText(at(strategy, "capacityProvider")));
  if (providers.some((provider) => typeof provider === "string" && provider !== "FARGATE")) return false;
  return providers.includes(UNKNOWN) ? UNKNOWN : true;
}
