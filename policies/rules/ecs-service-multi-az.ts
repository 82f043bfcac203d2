import { serviceType, taskSetType } from "../facts/ecs-services";
import { asList, asText, at, UNKNOWN } from "../facts/value";
import { servicePlaces, spreadAlone, spreadInStack } from "../facts/zones";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";
import { integer } from "../settings";

const types = [serviceType, taskSetType];

export const ecsServiceMultiAz = rule({
  name: "ecs-service-multi-az",
  displayName: "Services of ECS span zones",
  description: "The tasks of a service have subnets of at least two zones, and nothing keeps them in one.",
  why: "With all tasks in one zone, the outage of the zone is that of the service.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html",
  remediationSteps:
    "Give networkConfiguration.subnets a subnet in each of two or more zones. On EC2, let the first placement strategy be a spread over attribute:ecs.availability-zone.",
  controls: {},
  settings: { min: integer(2, "The number of zones that a service must span.", { minimum: 1 }) },
  types,
  resource({ resource, settings: { min }, deny, undecided }) {
    if (min < 2) return;
    const alone = spreadAlone(resource, servicePlaces);
    // Without subnets of its own a task shares the network of its host: the group of hosts is judged for that.
    if (alone && alone.atMost < min) deny(`${alone.says}; give it subnets of ${min} zones`);
    judgePlacement(resource, { deny, undecided });
  },
  stack({ stack, settings: { min }, on }) {
    for (const service of stack.ofType(...types)) {
      const alone = spreadAlone(service, servicePlaces);
      if (!alone || alone.atMost < min || alone.atLeast >= min) continue;
      const { atLeast, atMost, says } = spreadInStack(stack, service, servicePlaces);
      if (atMost < min) on(service).deny(`${says}; give it subnets of ${min} zones`);
      else if (atLeast < min) on(service).undecided("the zones of its subnets");
    }
  },
});

const zone = "attribute:ecs.availability-zone";

/** Where nothing is said ECS spreads a service over zones; what is said may undo that. */
function judgePlacement({ type, props }: Resource, { deny, undecided }: Verdicts): void {
  if (type !== serviceType || at(props, "schedulingStrategy") === "DAEMON") return;
  const strategies = asList(at(props, "orderedPlacementStrategies"));
  if (strategies === UNKNOWN) undecided("orderedPlacementStrategies");
  else if (strategies.length > 0 && !strategies.some(spreadsOverZones)) {
    if (strategies.some(isVague)) undecided("orderedPlacementStrategies");
    else deny(`orderedPlacementStrategies spread over no zones; begin with { type: "spread", field: "${zone}" }`);
  }
  const constraints = asList(at(props, "placementConstraints"));
  for (const constraint of constraints === UNKNOWN ? [] : constraints) {
    const expression = asText(at(constraint, "expression"));
    if (typeof expression === "string" && pinsZone(expression)) {
      deny(`a placement constraint keeps it in one zone (${expression.slice(0, 80)}); remove it`);
    }
  }
}

function spreadsOverZones(strategy: unknown): boolean {
  return at(strategy, "type") === "spread" && at(strategy, "field") === zone;
}

function isVague(strategy: unknown): boolean {
  return strategy === UNKNOWN || at(strategy, "type") === UNKNOWN || at(strategy, "field") === UNKNOWN;
}

/** `attribute:ecs.availability-zone == eu-west-1a`, or `in [eu-west-1a]`, without an alternative. */
function pinsZone(expression: string): boolean {
  const text = expression.replaceAll(/\s+/g, " ");
  return /attribute:ecs\.availability-zone ?(?:==|=~|in \[[^,\]]*\])/.test(text) && !/\bor\b|\|\|/.test(text);
}
