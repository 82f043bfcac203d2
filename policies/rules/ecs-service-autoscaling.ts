import { hasOpenTarget, isReplicated, movedTargets, scalingTargets, serviceType } from "../facts/ecs-services";
import { rule } from "../rule";

export const ecsServiceAutoscaling = rule({
  name: "ecs-service-autoscaling",
  displayName: "Services of ECS follow their load",
  description: "Application Auto Scaling changes the number of a service's tasks by a policy or a schedule.",
  why: "A fixed number of tasks is too small at the peak, and paid for in vain the rest of the day.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
  remediationSteps: "Add an appautoscaling.Target for the service, and a Policy or a ScheduledAction that moves it.",
  controls: {},
  types: [serviceType],
  stack({ stack, on }) {
    const targets = scalingTargets(stack);
    const moved = movedTargets(stack, targets);
    const isOpen = hasOpenTarget(stack);
    for (const service of stack.ofType(serviceType).filter(isReplicated)) {
      const target = targets.get(service);
      if (!target && isOpen) on(service).undecided("the resourceId of an appautoscaling.Target");
      else if (!target) on(service).deny("nothing scales it; add an appautoscaling.Target and a policy");
      else if (!moved.has(target)) on(service).deny(`its scaling target "${target.name}" has no policy; add one`);
    }
  },
});
