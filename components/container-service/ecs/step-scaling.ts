import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { CustomMetric } from "../../scaling";
import type { ServiceMetric, ServiceStepScaling } from "../service-scaling";
import { type ScaledService, targetInput } from "./scaled-service";

/** Two policies and their alarms, one for each direction. */
export function stepPolicies(
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
        ...targetInput(target),
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

type Measured = Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "statistic" | "dimensions">;

function alarmMetric(
  metric: ServiceMetric | CustomMetric,
  { clusterName, serviceName, requests }: ScaledService,
): Measured {
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
