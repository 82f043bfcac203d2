import { groupType } from "../facts/auto-scaling-groups";
import { serviceType, taskSetType } from "../facts/ecs-services";
import { instanceType } from "../facts/launch-specifications";
import { classicType, loadBalancerType } from "../facts/load-balancers";
import { stated } from "../facts/stated";
import { targetGroupsByBalancer, targetSources } from "../facts/targets";
import { at, few } from "../facts/value";
import {
  groupPlaces,
  instancePlaces,
  loadBalancerPlaces,
  servicePlaces,
  type ZonePlaces,
  zonesOf,
} from "../facts/zones";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

/** Where the things behind a load balancer name their zones. */
const places: Record<string, ZonePlaces | undefined> = {
  [groupType]: groupPlaces,
  [instanceType]: instancePlaces,
  [serviceType]: servicePlaces,
  [taskSetType]: servicePlaces,
};

export const lbSpansAppAzs = rule({
  name: "lb-spans-app-azs",
  displayName: "Load balancers span the zones of their targets",
  description: "A load balancer has a subnet in each zone in which its targets run; it sends nothing to other zones.",
  why: "Targets in a zone that the load balancer does not serve get no requests: they are paid for in vain, and missing when it counts.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
  remediationSteps:
    "Give the load balancer a subnet in each zone of its targets, or run the targets in its zones only.",
  controls: { fsbp: ["ELB.13"] },
  types: [],
  subjects: [loadBalancerType, classicType],
  stack({ stack, on }) {
    const groups = targetGroupsByBalancer(stack);
    for (const balancer of stack.ofType(loadBalancerType, classicType)) {
      const { deny, undecided } = on(balancer);
      const own = zonesOf(stack, balancer, loadBalancerPlaces);
      for (const runner of runners(stack, [balancer, ...(groups.get(balancer.urn) ?? [])])) {
        const where = places[runner.type];
        if (!where || !statesPlace(runner, where)) continue;
        const { names, areAll } = zonesOf(stack, runner, where);
        const beyond = names.filter((zone) => !own.names.includes(zone));
        if (beyond.length > 0 && own.areAll) {
          deny(`"${runner.name}" behind it also runs in ${few(beyond)}, where it has no subnet; add one`);
        } else if (beyond.length > 0 || !own.areAll) undecided("the zones of its subnets");
        else if (!areAll) undecided(`the zones in which "${runner.name}" runs`);
      }
    }
  },
});

/** What runs behind load balancers, each once. */
function runners(stack: Stack, balanced: readonly StackResource[]): Set<StackResource> {
  const sources = balanced.flatMap((one) => targetSources(stack, one));
  return new Set(
    sources.flatMap((source) => {
      if (source.kind === "fleet") return [source.source];
      return source.kind === "target" ? (source.instance ?? []) : [];
    }),
  );
}

/** Tasks that share the network of their hosts say nothing of zones, and neither does what a template places. */
function statesPlace(runner: StackResource, { subnets, zones }: ZonePlaces): boolean {
  const { props } = stated(runner);
  return [...zones, ...subnets.map(({ path }) => path[0])].some((property) => at(props, property) !== undefined);
}
