import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { PredefinedMetric, ScalingUnit, ServerMetric, SimpleScaling, StepScaling } from "../scaling";
import { alarmMetric, type ScaledGroup } from "./scaled-metric";

/** Two policies and their alarms: the further the metric is off, the more they do. */
export function stepPolicies(
  name: string,
  scaling: StepScaling,
  scaled: ScaledGroup,
  opts: pulumi.CustomResourceOptions,
): void {
  const { scaleOut, scaleIn, unit, warmupSeconds, metric = "cpu" } = scaling;
  const policy = (direction: Direction, stepAdjustments: aws.types.input.autoscaling.PolicyStepAdjustment[]) =>
    new aws.autoscaling.Policy(
      `${name}-${direction}`,
      {
        autoscalingGroupName: scaled.group.name,
        policyType: "StepScaling",
        ...adjustment(unit),
        metricAggregationType: "Average",
        estimatedInstanceWarmup: warmupSeconds,
        stepAdjustments,
      },
      opts,
    );
  // Bounds count from the alarm's threshold, which is that of the first step.
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html
  const outFrom = scaleOut[0]?.above ?? 0;
  const inFrom = scaleIn[0]?.below ?? 0;
  const out = policy(
    "out",
    scaleOut.map(({ above, add }, index) => ({
      scalingAdjustment: add,
      metricIntervalLowerBound: bound(above, outFrom),
      metricIntervalUpperBound: bound(scaleOut[index + 1]?.above, outFrom),
    })),
  );
  scalingAlarm(name, "out", metric, outFrom, out, scaled, opts);
  const shrink = policy(
    "in",
    scaleIn.map(({ below, remove }, index) => ({
      scalingAdjustment: -remove,
      metricIntervalUpperBound: bound(below, inFrom),
      metricIntervalLowerBound: bound(scaleIn[index + 1]?.below, inFrom),
    })),
  );
  scalingAlarm(name, "in", metric, inFrom, shrink, scaled, opts);
}

function bound(value: number | undefined, threshold: number): string | undefined {
  return value === undefined ? undefined : String(value - threshold);
}

/** Two policies and their alarms, which do the same however far the metric is off, and then rest. */
export function simplePolicies(
  name: string,
  scaling: SimpleScaling,
  scaled: ScaledGroup,
  opts: pulumi.CustomResourceOptions,
): void {
  const { scaleOut, scaleIn, unit, cooldownSeconds, metric = "cpu" } = scaling;
  const policy = (direction: Direction, scalingAdjustment: number) =>
    new aws.autoscaling.Policy(
      `${name}-${direction}`,
      {
        autoscalingGroupName: scaled.group.name,
        policyType: "SimpleScaling",
        ...adjustment(unit),
        scalingAdjustment,
        cooldown: cooldownSeconds,
      },
      opts,
    );
  scalingAlarm(name, "out", metric, scaleOut.above, policy("out", scaleOut.add), scaled, opts);
  scalingAlarm(name, "in", metric, scaleIn.below, policy("in", -scaleIn.remove), scaled, opts);
}

function adjustment(unit: ScalingUnit = "servers") {
  if (unit === "servers") return { adjustmentType: "ChangeInCapacity" };
  return { adjustmentType: "PercentChangeInCapacity", minAdjustmentMagnitude: unit.leastServers };
}

type Direction = "out" | "in";

function scalingAlarm(
  name: string,
  direction: Direction,
  metric: PredefinedMetric | ServerMetric,
  threshold: number,
  action: aws.autoscaling.Policy,
  scaled: ScaledGroup,
  opts: pulumi.CustomResourceOptions,
): void {
  new aws.cloudwatch.MetricAlarm(
    `${name}-${direction}-alarm`,
    {
      alarmDescription: `Scales the ${scaled.kind} ${direction}`,
      ...alarmMetric(metric, scaled),
      period: 60,
      evaluationPeriods: 3,
      comparisonOperator: direction === "out" ? "GreaterThanThreshold" : "LessThanThreshold",
      threshold,
      // Without data nothing is known, so nothing is changed.
      treatMissingData: "missing",
      alarmActions: [action.arn],
    },
    opts,
  );
}
