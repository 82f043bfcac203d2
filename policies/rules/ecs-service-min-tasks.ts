import { isReplicated, scalingTargets, serviceType } from "../facts/ecs-services";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

export const ecsServiceMinTasks = rule({
  name: "ecs-service-min-tasks",
  displayName: "Services of production run at least two tasks",
  description: "A service of production runs two tasks or more, also when Application Auto Scaling takes some away.",
  why: "With one task each failure, each restart and each lost host is an outage.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
  remediationSteps: "Set desiredCount to 2 or more; where the service is scaled, minCapacity of its scaling target.",
  controls: {},
  settings: { min: integer(2, "The number of tasks that a service must keep.", { minimum: 1 }) },
  types: [serviceType],
  stack({ stack, settings: { min }, on }) {
    const targets = scalingTargets(stack);
    for (const service of stack.ofType(serviceType).filter(isReplicated)) {
      const target = targets.get(service);
      const [holder, key] = target ? [target, "minCapacity"] : [service, "desiredCount"];
      const property = target ? `${key} of its scaling target "${target.name}"` : key;
      // ECS starts no task of a service that says nothing; what is left to AWS is unknown at preview.
      const tasks = asNumber(at(holder.props, key));
      if (tasks === UNKNOWN && holder.references(key).length > 0) on(service).undecided(property);
      else if (tasks === UNKNOWN || tasks === undefined) on(service).deny(`${property} is not set; set it to ${min}`);
      else if (tasks < min) on(service).deny(`${property} is ${tasks}; set it to ${min} or more`);
    }
  },
});
