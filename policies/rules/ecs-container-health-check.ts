import { containersOf } from "../facts/container-definitions";
import { serviceType, taskDefinitionOf } from "../facts/ecs-services";
import { stated } from "../facts/stated";
import { asBoolean, asList, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

export const ecsContainerHealthCheck = rule({
  name: "ecs-container-health-check",
  displayName: "ECS hears when a task is ill",
  description: "A service learns of a task's health from a load balancer or from a check in an essential container.",
  why: "ECS otherwise takes a container for healthy as long as its process runs, also when it hangs and answers nobody.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html",
  remediationSteps: "Put the service behind a load balancer, or give an essential container a healthCheck.",
  controls: {},
  types: [serviceType],
  stack({ stack, on }) {
    for (const service of stack.ofType(serviceType)) {
      const balanced = isBalanced(service);
      if (balanced === true) continue;
      const task = taskDefinitionOf(stack, service);
      const checked = task ? checksItself(task) : UNKNOWN;
      if (checked === true) continue;
      if (balanced === UNKNOWN) on(service).undecided("loadBalancers");
      else if (checked === UNKNOWN) on(service).undecided("the containers of its task definition");
      else on(service).deny("neither a load balancer nor a healthCheck of its containers tells its health; add one");
    }
  },
});

function isBalanced(service: StackResource): boolean | typeof UNKNOWN {
  const { props } = stated(service);
  const lists = ["loadBalancers", "vpcLatticeConfigurations"].map((property) => asList(at(props, property)));
  if (lists.some((list) => list !== UNKNOWN && list.length > 0)) return true;
  return lists.includes(UNKNOWN) ? UNKNOWN : false;
}

/** The health of a task is that of its essential containers; each one is, unless it says otherwise. */
function checksItself(task: StackResource): boolean | typeof UNKNOWN {
  const containers = containersOf(task);
  if (containers === UNKNOWN) return UNKNOWN;
  const essential = containers.filter(({ read }) => asBoolean(read("essential")) !== false);
  return essential.some(({ read }) => read("healthCheck") !== undefined);
}
