import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { MetricMath, PredefinedMetric, ServerMetric } from "../scaling";

/** What scaling needs to know. */
export interface ScaledGroup {
  /** What a person calls the component: "web tier". */
  readonly kind: string;
  readonly group: aws.autoscaling.Group;
  /** Where requests come from; a group without it has no metric `requestsPerTarget`. */
  readonly requests?: {
    readonly balancer: Pick<aws.lb.LoadBalancer, "arnSuffix">;
    readonly target: aws.lb.TargetGroup;
  };
}

type TargetInput = Omit<aws.types.input.autoscaling.PolicyTargetTrackingConfiguration, "targetValue">;

/** What a target holds. */
export function targetMetric(metric: PredefinedMetric | ServerMetric | MetricMath, scaled: ScaledGroup): TargetInput {
  if (typeof metric === "string") {
    return { predefinedMetricSpecification: predefined(targetMetricTypes[metric], metric, scaled) };
  }
  if ("expression" in metric) return { customizedMetricSpecification: { metrics: queries(metric, scaled) } };
  return {
    customizedMetricSpecification: {
      namespace: metric.namespace,
      metricName: metric.metricName,
      metricDimensions: dimensionList(metric, scaled),
      statistic: metric.statistic ?? "Average",
    },
  };
}

/** What is forecast: a metric of the load, and one of how busy each server is. */
export function forecastMetric(metric: PredefinedMetric, scaled: ScaledGroup) {
  return predefined(pairMetricTypes[metric], metric, scaled);
}

type AlarmInput = Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "statistic" | "dimensions">;

/** What an alarm watches. */
export function alarmMetric(metric: PredefinedMetric | ServerMetric, scaled: ScaledGroup): AlarmInput {
  const { group, requests } = scaled;
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
        dimensions: requests && {
          LoadBalancer: requests.balancer.arnSuffix,
          TargetGroup: requests.target.arnSuffix,
        },
      };
    default:
      return {
        namespace: metric.namespace,
        metricName: metric.metricName,
        statistic: metric.statistic ?? "Average",
        dimensions: dimensionsOf(metric, scaled),
      };
  }
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

function predefined(predefinedMetricType: string, metric: PredefinedMetric, { requests }: ScaledGroup) {
  if (metric !== "requestsPerTarget" || !requests) return { predefinedMetricType };
  const { balancer, target } = requests;
  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html
  return { predefinedMetricType, resourceLabel: pulumi.interpolate`${balancer.arnSuffix}/${target.arnSuffix}` };
}

type Query = aws.types.input.autoscaling.PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetric;

/** The group counts its servers itself. */
const inService: ServerMetric = {
  namespace: "AWS/AutoScaling",
  metricName: "GroupInServiceInstances",
  ofGroup: true,
};

function queries({ name, expression, metrics }: MetricMath, scaled: ScaledGroup): Query[] {
  const measured = Object.entries(metrics).map(([id, metric]): Query => {
    const own = metric === "servers" ? inService : metric;
    const { namespace, metricName, statistic: stat = "Average" } = own;
    return {
      id,
      metricStat: { metric: { namespace, metricName, dimensions: dimensionList(own, scaled) }, stat },
      returnData: false,
    };
  });
  return [...measured, { id: "value", label: name, expression, returnData: true }];
}

function dimensionsOf({ dimensions, ofGroup = false }: ServerMetric, { group }: ScaledGroup) {
  return ofGroup ? { ...dimensions, AutoScalingGroupName: group.name } : { ...dimensions };
}

function dimensionList(metric: ServerMetric, scaled: ScaledGroup) {
  return Object.entries(dimensionsOf(metric, scaled)).map(([name, value]) => ({ name, value }));
}
