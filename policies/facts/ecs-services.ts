import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { taskDefinitionType } from "./container-definitions";
import { type Kind, named, referred } from "./references";
import { asText, at, UNKNOWN } from "./value";

export const serviceType = "aws:ecs/service:Service";
const targetType = "aws:appautoscaling/target:Target";
export const taskSetType = "aws:ecs/taskSet:TaskSet";

const serviceKind: Kind = { types: [serviceType], keys: ["id", "arn"] };
const taskDefinitionKind: Kind = { types: [taskDefinitionType], keys: ["arn", "arnWithoutRevision", "id", "family"] };

/** True for a service that runs so many tasks as it is told, not one on each host. */
export function isReplicated({ props }: Pick<StackResource, "props">): boolean {
  return at(props, "schedulingStrategy") !== "DAEMON";
}

/** The task definition of the stack that a service runs; undefined when it is not in the stack. */
export function taskDefinitionOf(stack: Stack, service: StackResource): StackResource | undefined {
  const [found] = named(stack, service, "taskDefinition", at(service.props, "taskDefinition"), taskDefinitionKind);
  return found;
}

/** The range that Application Auto Scaling keeps a service in, by service. */
export function scalingTargets(stack: Stack): Map<StackResource, StackResource> {
  const byId = new Map(stack.ofType(serviceType).map((service) => [resourceId(service), service]));
  return new Map(
    stack.ofType(targetType).flatMap((target) => {
      const id = asText(at(target.props, "resourceId"));
      const called = typeof id === "string" ? byId.get(id) : undefined;
      // The id names the cluster too; of its parts only the service is a service.
      const [service] = called ? [called] : referred(target, "resourceId", serviceKind);
      return service ? [[service, target] as const] : [];
    }),
  );
}

/** True when Application Auto Scaling keeps something in a range of which the stack does not tell what it is. */
export function hasOpenTarget(stack: Stack): boolean {
  const known = new Set(scalingTargets(stack).values());
  const open = stack.ofType(targetType).filter((target) => at(target.props, "resourceId") === UNKNOWN);
  return open.some((target) => !known.has(target) && mayScaleServices(target));
}

function mayScaleServices({ props }: StackResource): boolean {
  const namespace = at(props, "serviceNamespace");
  return namespace === "ecs" || namespace === UNKNOWN;
}

/** `service/CLUSTER/NAME`, where both are known. */
function resourceId({ props }: StackResource): string | undefined {
  const arn = at(props, "arn") ?? at(props, "id");
  if (typeof arn === "string" && arn.includes(":service/")) return arn.slice(arn.indexOf(":service/") + 1);
  const [cluster, name] = [asText(at(props, "cluster") ?? "default"), at(props, "name")];
  if (typeof cluster !== "string" || typeof name !== "string") return undefined;
  return `service/${cluster.replace(/^.*:cluster\//, "")}/${name}`;
}

/** Those of the targets that some policy or schedule moves. */
export function movedTargets(stack: Stack, targets: ReadonlyMap<StackResource, StackResource>): Set<StackResource> {
  const kind: Kind = { types: [targetType], keys: ["resourceId", "id"] };
  const movers = stack.ofType("aws:appautoscaling/policy:Policy", "aws:appautoscaling/scheduledAction:ScheduledAction");
  return new Set(
    movers.flatMap((mover) => {
      // It names what it moves by an output of the target, or as the target does.
      const found = named(stack, mover, "resourceId", at(mover.props, "resourceId"), kind);
      if (found.length > 0) return found;
      return referred(mover, "resourceId", serviceKind).flatMap((service) => targets.get(service) ?? []);
    }),
  );
}
