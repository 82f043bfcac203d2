import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import {
  type PredictiveScaling,
  type Scaling,
  type ScheduledScaling,
  scalingKey,
  type TargetScaling,
} from "../scaling";
import { simplePolicies, stepPolicies } from "./alarm-scaling";
import { forecastMetric, type ScaledGroup, targetMetric } from "./scaled-metric";

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
    case "simple":
      simplePolicies(child, scaling, scaled, opts);
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
  new aws.autoscaling.Policy(
    name,
    {
      autoscalingGroupName: scaled.group.name,
      policyType: "TargetTrackingScaling",
      estimatedInstanceWarmup: warmupSeconds,
      targetTrackingConfiguration: { ...targetMetric(metric, scaled), targetValue: target, disableScaleIn },
    },
    opts,
  );
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
          predefinedMetricPairSpecification: forecastMetric(metric, scaled),
        },
      },
    },
    opts,
  );
}
