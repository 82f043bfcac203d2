import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  type PredefinedMetric,
  type PredictiveScaling,
  type Scaling,
  type ScheduledScaling,
  type StepScaling,
  scalingKey,
  type TargetScaling,
} from "../scaling";

/** What scaling needs to know: the group, and where its requests come from. */
export interface ScaledGroup {
  readonly group: aws.autoscaling.Group;
  readonly balancer: aws.lb.LoadBalancer;
  readonly target: aws.lb.TargetGroup;
}

/** One scaling of a group; its name is made of its content. */
export function scalingPolicy(name: string, scaling: Scaling, scaled: ScaledGroup, parent: pulumi.Resource): void {
  const child = `${name}-${scalingKey(scaling)}`;
  const opts = { parent };
  switch (scaling.type) {
    case "target":
      targetPolicy(child, scaling, scaled, opts);
      break;
    case "step":
      stepPolicies(child, scaling, scaled, opts);
      break;
    case "schedule":
      scheduledAction(child, scaling, scaled, opts);
      break;
    case "predictive":
      predictivePolicy(child, scaling, scaled, opts);
      break;
  }
}

function targetPolicy(name: string, scaling: TargetScaling, scaled: ScaledGroup, opts: pulumi.CustomResourceOptions) {
  const { metric = "cpu", target, disableScaleIn = false, warmupSeconds } = scaling;
  const measured: Omit<aws.types.input.autoscaling.PolicyTargetTrackingConfiguration, "targetValue"> =
    typeof metric === "string"
      ? { predefinedMetricSpecification: predefined(targetMetricTypes[metric], metric, scaled) }
      : {
          customizedMetricSpecification: {
            namespace: metric.namespace,
            metricName: metric.metricName,
            metricDimensions: Object.entries(metric.dimensions ?? {}).map(([key, value]) => ({ name: key, value })),
            statistic: metric.statistic ?? "Average",
          },
        };
  new aws.autoscaling.Policy(
    name,
    {
      autoscalingGroupName: scaled.group.name,
      policyType: "TargetTrackingScaling",
      estimatedInstanceWarmup: warmupSeconds,
      targetTrackingConfiguration: { ...measured, targetValue: target, disableScaleIn },
    },
    opts,
  );
}

function stepPolicies(name: string, scaling: StepScaling, scaled: ScaledGroup, opts: pulumi.CustomResourceOptions) {
  const { scaleOut, scaleIn, warmupSeconds } = scaling;
  const policy = (direction: string, stepAdjustments: aws.types.input.autoscaling.PolicyStepAdjustment[]) =>
    new aws.autoscaling.Policy(
      `${name}-${direction}`,
      {
        autoscalingGroupName: scaled.group.name,
        policyType: "StepScaling",
        adjustmentType: "ChangeInCapacity",
        metricAggregationType: "Average",
        estimatedInstanceWarmup: warmupSeconds,
        stepAdjustments,
      },
      opts,
    );
  const alarm = (direction: string, comparisonOperator: string, threshold: number, action: aws.autoscaling.Policy) =>
    new aws.cloudwatch.MetricAlarm(
      `${name}-${direction}-alarm`,
      {
        alarmDescription: `Scales the web tier ${direction}`,
        ...alarmMetric(scaling.metric ?? "cpu", scaled),
        period: 60,
        evaluationPeriods: 3,
        comparisonOperator,
        threshold,
        // Without data nothing is known, so nothing is changed.
        treatMissingData: "missing",
        alarmActions: [action.arn],
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
  alarm("out", "GreaterThanThreshold", outFrom, out);
  const shrink = policy(
    "in",
    scaleIn.map(({ below, remove }, index) => ({
      scalingAdjustment: -remove,
      metricIntervalUpperBound: bound(below, inFrom),
      metricIntervalLowerBound: bound(scaleIn[index + 1]?.below, inFrom),
    })),
  );
  alarm("in", "LessThanThreshold", inFrom, shrink);
}

function bound(value: number | undefined, threshold: number): string | undefined {
  return value === undefined ? undefined : String(value - threshold);
}

function scheduledAction(
  name: string,
  scaling: ScheduledScaling,
  { group }: ScaledGroup,
  opts: pulumi.CustomResourceOptions,
) {
  // -1 leaves a size as it is; nothing at all would set it to 0.
  const { recurrence, timeZone = "Etc/UTC", minSize = -1, maxSize = -1, desiredCapacity = -1 } = scaling;
  new aws.autoscaling.Schedule(
    name,
    {
      autoscalingGroupName: group.name,
      scheduledActionName: scaling.name,
      recurrence,
      timeZone,
      minSize,
      maxSize,
      desiredCapacity,
    },
    opts,
  );
}

function predictivePolicy(
  name: string,
  { metric = "cpu", target, mode = "forecastOnly", leadSeconds = 300 }: PredictiveScaling,
  scaled: ScaledGroup,
  opts: pulumi.CustomResourceOptions,
) {
  new aws.autoscaling.Policy(
    name,
    {
      autoscalingGroupName: scaled.group.name,
      policyType: "PredictiveScaling",
      predictiveScalingConfiguration: {
        mode: mode === "forecastOnly" ? "ForecastOnly" : "ForecastAndScale",
        schedulingBufferTime: String(leadSeconds),
        metricSpecification: {
          targetValue: target,
          predefinedMetricPairSpecification: predefined(pairMetricTypes[metric], metric, scaled),
        },
      },
    },
    opts,
  );
}

const targetMetricTypes: Record<PredefinedMetric, string> = {
  cpu: "ASGAverageCPUUtilization",
  networkIn: "ASGAverageNetworkIn",
  networkOut: "ASGAverageNetworkOut",
  requestsPerTarget: "ALBRequestCountPerTarget",
};

const pairMetricTypes: Record<PredefinedMetric, string> = {
  cpu: "ASGCPUUtilization",
  networkIn: "ASGNetworkIn",
  networkOut: "ASGNetworkOut",
  requestsPerTarget: "ALBRequestCount",
};

function predefined(predefinedMetricType: string, metric: PredefinedMetric, { balancer, target }: ScaledGroup) {
  if (metric !== "requestsPerTarget") return { predefinedMetricType };
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html
  return { predefinedMetricType, resourceLabel: pulumi.interpolate`${balancer.arnSuffix}/${target.arnSuffix}` };
}

function alarmMetric(metric: NonNullable<StepScaling["metric"]>, { group, balancer, target }: ScaledGroup) {
  const ofGroup = { namespace: "AWS/EC2", statistic: "Average", dimensions: { AutoScalingGroupName: group.name } };
  switch (metric) {
    case "cpu":
      return { ...ofGroup, metricName: "CPUUtilization" };
    case "networkIn":
      return { ...ofGroup, metricName: "NetworkIn" };
    case "networkOut":
      return { ...ofGroup, metricName: "NetworkOut" };
    case "requestsPerTarget":
      return {
        namespace: "AWS/ApplicationELB",
        metricName: "RequestCountPerTarget",
        statistic: "Sum",
        dimensions: { LoadBalancer: balancer.arnSuffix, TargetGroup: target.arnSuffix },
      };
    default:
      return {
        namespace: metric.namespace,
        metricName: metric.metricName,
        statistic: metric.statistic ?? "Average",
        dimensions: { ...metric.dimensions },
      };
  }
}
