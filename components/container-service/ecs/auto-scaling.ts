import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { CustomMetric } from "../../scaling";
import { awsCron } from "../../scaling/aws-cron";
import type { EcsService } from "../service";
import {
  type ServiceMetric,
  type ServicePredictiveScaling,
  type ServiceScaling,
  type ServiceScheduledScaling,
  type ServiceTargetScaling,
  serviceScalingKey,
} from "../service-scaling";
import { serviceOffHours } from "./off-hours";
import { type ScaledService, targetInput } from "./scaled-service";
import { stepPolicies } from "./step-scaling";

/** The scalings of a service; each is named after its content. */
export function autoScaling(
  name: string,
  { scaling, minCount, maxCount, offHours }: EcsService,
  scaled: ScaledService,
  parent: pulumi.Resource,
): void {
  if (scaling.length === 0 && !offHours) return;
  const scheduled = offHours !== undefined || scaling.some(({ type }) => type === "schedule");
  const target = new aws.appautoscaling.Target(
    `${name}-scaling`,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${scaled.clusterName}/${scaled.serviceName}`,
      minCapacity: minCount,
      maxCapacity: maxCount,
      tags: { Name: `${name}-scaling` },
    },
    // A schedule moves both, and a later `up` would set them back.
    { parent, ignoreChanges: scheduled ? ["minCapacity", "maxCapacity"] : undefined },
  );
  if (offHours) serviceOffHours(name, offHours, { minCount, maxCount }, target, parent);
  for (const each of scaling) one(`${name}-${serviceScalingKey(each)}`, each, target, scaled, { parent });
}

function one(
  name: string,
  scaling: ServiceScaling,
  target: aws.appautoscaling.Target,
  scaled: ScaledService,
  opts: pulumi.CustomResourceOptions,
): void {
  switch (scaling.type) {
    case "target":
      targetPolicy(name, scaling, target, scaled, opts);
      break;
    case "step":
      stepPolicies(name, scaling, target, scaled, opts);
      break;
    case "schedule":
      scheduledAction(name, scaling, target, opts);
      break;
    case "predictive":
      predictivePolicy(name, scaling, target, scaled, opts);
      break;
  }
}

function targetPolicy(
  name: string,
  scaling: ServiceTargetScaling,
  target: aws.appautoscaling.Target,
  scaled: ScaledService,
  opts: pulumi.CustomResourceOptions,
) {
  const {
    metric = "cpu",
    disableScaleIn = false,
    scaleOutCooldownSeconds = 60,
    scaleInCooldownSeconds = 300,
  } = scaling;
  const measured =
    typeof metric === "string"
      ? { predefinedMetricSpecification: predefined(targetMetrics[metric], metric, scaled) }
      : { customizedMetricSpecification: customized(metric) };
  new aws.appautoscaling.Policy(
    name,
    {
      ...targetInput(target),
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        ...measured,
        targetValue: scaling.target,
        disableScaleIn,
        scaleOutCooldown: scaleOutCooldownSeconds,
        scaleInCooldown: scaleInCooldownSeconds,
      },
    },
    opts,
  );
}

function customized({ namespace, metricName, dimensions = {}, statistic = "Average" }: CustomMetric) {
  const pairs = Object.entries(dimensions).map(([name, value]) => ({ name, value }));
  return { namespace, metricName, dimensions: pairs, statistic };
}

function scheduledAction(
  name: string,
  scaling: ServiceScheduledScaling,
  target: aws.appautoscaling.Target,
  opts: pulumi.CustomResourceOptions,
) {
  const { minCount, maxCount, recurrence, timeZone = "Etc/UTC" } = scaling;
  new aws.appautoscaling.ScheduledAction(
    name,
    {
      ...targetInput(target),
      name: scaling.name,
      schedule: awsCron(recurrence),
      timezone: timeZone,
      scalableTargetAction: { minCapacity: minCount, maxCapacity: maxCount },
    },
    opts,
  );
}

function predictivePolicy(
  name: string,
  scaling: ServicePredictiveScaling,
  target: aws.appautoscaling.Target,
  scaled: ScaledService,
  opts: pulumi.CustomResourceOptions,
) {
  const { metric = "cpu", mode = "forecastOnly", leadSeconds = 300 } = scaling;
  new aws.appautoscaling.Policy(
    name,
    {
      ...targetInput(target),
      policyType: "PredictiveScaling",
      predictiveScalingPolicyConfiguration: {
        mode: mode === "forecastOnly" ? "ForecastOnly" : "ForecastAndScale",
        schedulingBufferTime: leadSeconds,
        metricSpecifications: [
          {
            targetValue: String(scaling.target),
            predefinedMetricPairSpecification: predefined(pairMetrics[metric], metric, scaled),
          },
        ],
      },
    },
    opts,
  );
}

const targetMetrics: Record<ServiceMetric, string> = {
  cpu: "ECSServiceAverageCPUUtilization",
  memory: "ECSServiceAverageMemoryUtilization",
  requestsPerTarget: "ALBRequestCountPerTarget",
};

const pairMetrics: Record<ServiceMetric, string> = {
  cpu: "ECSServiceCPUUtilization",
  memory: "ECSServiceMemoryUtilization",
  requestsPerTarget: "ALBRequestCount",
};

function predefined(predefinedMetricType: string, metric: ServiceMetric, { requests }: ScaledService) {
  if (metric !== "requestsPerTarget" || !requests) return { predefinedMetricType };
  // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html
  const resourceLabel = pulumi.interpolate`${requests.balancer}/${requests.targetGroup}`;
  return { predefinedMetricType, resourceLabel };
}
