import type { Deployment } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import type * as pulumi from "@pulumi/pulumi";
import type { PortableMetric, ServiceTargetScaling } from "../service-scaling";
import { scheduledScaling } from "./scheduled-scaling";
import type { Workload } from "./workload";

type Target = ServiceTargetScaling<PortableMetric>;

/** The HPA of a service; none where nothing can scale it. */
export function autoscaler(workload: Workload, namespace: pulumi.Input<string>, target: Deployment): void {
  const { name, service, opts } = workload;
  const targets = service.scaling.flatMap((scaling) => (scaling.type === "target" ? [scaling] : []));
  const schedules = service.scaling.flatMap((scaling) => (scaling.type === "schedule" ? [scaling] : []));
  const grows = service.maxCount > service.minCount;
  if (!grows && schedules.length === 0) return;
  const scaler = new HorizontalPodAutoscaler(
    `${name}-scaler`,
    {
      metadata: { name, namespace },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: target.metadata.name },
        minReplicas: service.minCount,
        maxReplicas: service.maxCount,
        // Told of no target, Kubernetes holds CPU at 80 % by itself.
        metrics: targets.map(({ metric = "cpu", target: averageUtilization }) => ({
          type: "Resource",
          resource: { name: metric, target: { type: "Utilization", averageUtilization } },
        })),
        behavior: behaviorOf(targets),
      },
    },
    { ...opts, ignoreChanges: schedules.length > 0 ? ["spec.minReplicas", "spec.maxReplicas"] : undefined },
  );
  if (schedules.length > 0) scheduledScaling(workload, namespace, scaler, schedules);
}

/** The slowest of them decides for all: an HPA has one behaviour. It may only grow if none of them may shrink it. */
function behaviorOf(targets: readonly Target[]) {
  const longest = (values: readonly number[], otherwise: number) =>
    values.length > 0 ? Math.max(...values) : otherwise;
  const out = longest(
    targets.map(({ scaleOutCooldownSeconds = 60 }) => scaleOutCooldownSeconds),
    60,
  );
  const back = longest(
    targets.map(({ scaleInCooldownSeconds = 300 }) => scaleInCooldownSeconds),
    300,
  );
  const onlyGrows = targets.length > 0 && targets.every(({ disableScaleIn }) => disableScaleIn === true);
  return {
    // A window of the past holds back what would be taken back at once; AWS's cooldown does the same.
    scaleUp: { stabilizationWindowSeconds: Math.min(3600, out) },
    scaleDown: {
      stabilizationWindowSeconds: Math.min(3600, back),
      selectPolicy: onlyGrows ? "Disabled" : "Max",
    },
  };
}
