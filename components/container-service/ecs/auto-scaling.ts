import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { CustomMetric } from "../../scaling";
import type { EcsService } from "../service";
import {
  type ServiceMetric,
  type ServicePredictiveScaling,
  type ServiceScaling,
  type ServiceScheduledScaling,
  type ServiceStepScaling,
  type ServiceTargetScaling,
  serviceScalingKey,
} from "../service-scaling";
import { awsCron } from "./aws-cron";

/** What scaling needs to know: the service, and where its requests come from. */
export interface ScaledService {
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  /** Undefined without an application load balancer. */
  readonly requests:
    | { readonly balancer: pulumi.Input<string>; readonly targetGroup: pulumi.Input<string> }
    | undefined;
}

/** The scalings of a service; each is named after its content. */
export function autoScaling(
  name: string,
  { scaling, minCount, maxCount }: EcsService,
  scaled: ScaledService,
  parent: pulumi.Resource,
): void {
  if (scaling.length === 0) return;
  const scheduled = scaling.some(({ type }) => type === "schedule");
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

function of({ serviceNamespace, scalableDimension, resourceId }: aws.appautoscaling.Target) {
  return { serviceNamespace, scalableDimension, resourceId };
}

function targetPolicy(
  name: string,
  scaling: ServiceTargetScaling,
  target: aws.appautoscaling.Target,
  scaled: ScaledService,
  opts: pulumi.CustomResourceOptions,
) {
  const { metric = "cpu", disableScaleIn = false, scaleOutCooldownSeconds = 60, scaleInCooldownSeconds = 300 } = scaling;
  const measured =
    typeof metric === "string"
      ? { predefinedMetricSpecification: predefined(targetMetrics[metric], metric, scaled) }
      : { customizedMetricSpecification: customized(metric) };
  new aws.appautoscaling.Policy(
    name,
    {
      ...of(target),
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

function stepPolicies(
  name: string,
  { scaleOut, scaleIn, metric = "cpu", cooldownSeconds = 60 }: ServiceStepScaling,
  target: aws.appautoscaling.Target,
  scaled: ScaledService,
  opts: pulumi.CustomResourceOptions,
) {
  const step = (
    direction: "out" | "in",
    threshold: number,
    stepAdjustments: aws.types.input.appautoscaling.PolicyStepScalingPolicyConfigurationStepAdjustment[],
  ) => {
    const policy = new aws.appautoscaling.Policy(
      `${name}-${direction}`,
      {
        ...of(target),
        policyType: "StepScaling",
        stepScalingPolicyConfiguration: {
          adjustmentType: "ChangeInCapacity",
          metricAggregationType: "Average",
          cooldown: cooldownSeconds,
          stepAdjustments,
        },
      },
      opts,
    );
    new aws.cloudwatch.MetricAlarm(
      `${name}-${direction}-alarm`,
      {
        alarmDescription: `Scales the service ${direction}`,
        ...alarmMetric(metric, scaled),
        period: 60,
        evaluationPeriods: 3,
        comparisonOperator: direction === "out" ? "GreaterThanThreshold" : "LessThanThreshold",
        threshold,
        // Without data nothing is known, so nothing is changed.
        treatMissingData: "missing",
        alarmActions: [policy.arn],
      },
      opts,
    );
  };
  // Bounds count from the alarm's threshold, which is that of the first step.
  // https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html
  const outFrom = scaleOut[0]?.above ?? 0;
  const inFrom = scaleIn[0]?.below ?? 0;
  step(
    "out",
    outFrom,
    scaleOut.map(({ above, add }, index) => ({
      scalingAdjustment: add,
      metricIntervalLowerBound: bound(above, outFrom),
      metricIntervalUpperBound: bound(scaleOut[index + 1]?.above, outFrom),
    })),
  );
  step(
    "in",
    inFrom,
    scaleIn.map(({ below, remove }, index) => ({
      scalingAdjustment: -remove,
      metricIntervalUpperBound: bound(below, inFrom),
      metricIntervalLowerBound: bound(scaleIn[index + 1]?.below, inFrom),
    })),
  );
}

function bound(value: number | undefined, threshold: number): string | undefined {
  return value === undefined ? undefined : String(value - threshold);
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
      ...of(target),
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
      ...of(target),
      policyType: "PredictiveScaling",
      predictiveScalingPolicyConfiguration: {
        mode: mode === "forecastOnly" ? "ForecastOnly" : "ForecastAndScale",
        schedulingBufferTime: leadSeconds,
        metricSpecifications: [
          {
            targetValue: scaling.target,
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

function alarmMetric(metric: ServiceMetric | CustomMetric, { clusterName, serviceName, requests }: ScaledService) {
  if (typeof metric === "object") {
    const { namespace, metricName, statistic = "Average", dimensions } = metric;
    return { namespace, metricName, statistic, dimensions: { ...dimensions } };
  }
  if (metric === "requestsPerTarget" && requests) {
    return {
      namespace: "AWS/ApplicationELB",
      metricName: "RequestCountPerTarget",
      statistic: "Sum",
      dimensions: { LoadBalancer: requests.balancer, TargetGroup: requests.targetGroup },
    };
  }
  return {
    namespace: "AWS/ECS",
    metricName: metric === "memory" ? "MemoryUtilization" : "CPUUtilization",
    statistic: "Average",
    dimensions: { ClusterName: clusterName, ServiceName: serviceName },
  };
}
