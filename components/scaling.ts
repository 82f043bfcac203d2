import type * as pulumi from "@pulumi/pulumi";

/**
 * How a group of servers grows and shrinks. Several work side by side: while they disagree, the one that asks for the
 * most servers wins.
 */
export type Scaling<Metric extends PredefinedMetric = PredefinedMetric> =
  | TargetScaling<Metric>
  | StepScaling<Metric>
  | SimpleScaling<Metric>
  | ScheduledScaling
  | PredictiveScaling<Metric>;

/** Keeps a metric near a value, as a thermostat does. The steady choice for most services. */
export interface TargetScaling<Metric extends PredefinedMetric = PredefinedMetric> {
  readonly type: "target";
  /** What is measured. @default "cpu" */
  readonly metric?: Metric | ServerMetric | MetricMath;
  /** The value to hold, in the metric's unit (CPU: percent, network: bytes, requests: count a minute). */
  readonly target: number;
  /** Whether it may only add servers. @default false, it also removes them */
  readonly disableScaleIn?: boolean;
  /** Seconds until a new server counts in the metric. @default the group's warm-up */
  readonly warmupSeconds?: number;
}

/** Adds and removes more servers the further a metric crosses thresholds; each direction has its own alarm. */
export interface StepScaling<Metric extends PredefinedMetric = PredefinedMetric> {
  readonly type: "step";
  /** What is measured. @default "cpu" */
  readonly metric?: Metric | ServerMetric;
  /** What to add above which value, the lowest threshold first. */
  readonly scaleOut: readonly { readonly above: number; readonly add: number }[];
  /** What to remove below which value, the highest threshold first. */
  readonly scaleIn: readonly { readonly below: number; readonly remove: number }[];
  /** What is added and removed. @default servers */
  readonly unit?: ScalingUnit;
  /** Seconds until a new server counts in the metric. @default the group's warm-up */
  readonly warmupSeconds?: number;
}

/**
 * Adds and removes as a metric crosses one threshold each way, then does nothing for a while. The oldest kind: a step
 * goes on while servers start, and knows how far the metric is off.
 */
export interface SimpleScaling<Metric extends PredefinedMetric = PredefinedMetric> {
  readonly type: "simple";
  /** What is measured. @default "cpu" */
  readonly metric?: Metric | ServerMetric;
  /** What to add above which value. */
  readonly scaleOut: { readonly above: number; readonly add: number };
  /** What to remove below which value. */
  readonly scaleIn: { readonly below: number; readonly remove: number };
  /** What is added and removed. @default servers */
  readonly unit?: ScalingUnit;
  /** Seconds in which nothing more is done. @default the group's cooldownSeconds */
  readonly cooldownSeconds?: number;
}

/** Servers, or percent of the servers that there are: then at least so many servers, 1 or more. */
export type ScalingUnit = "servers" | { readonly type: "percent"; readonly leastServers: number };

/** Sets the sizes at times known in advance. At least one size must be given; the others stay as they are. */
export interface ScheduledScaling {
  readonly type: "schedule";
  /** What the moment is called, e.g. `friday-evening`. */
  readonly name: string;
  /**
   * The five fields of a Unix cron expression: minute, hour, day of the month, month, day of the week. `0 17 * * 5` is
   * every Friday at 17:00.
   * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html
   */
  readonly recurrence: string;
  /** The IANA time zone in which the recurrence is read, e.g. `Europe/London`. @default "Etc/UTC" */
  readonly timeZone?: string;
  /** The least number of servers from then on. @default left as it is */
  readonly minSize?: number;
  /** The greatest number of servers from then on. @default left as it is */
  readonly maxSize?: number;
  /** The number of servers at that moment. @default left as it is */
  readonly desiredCapacity?: number;
}

/** Learns the daily and weekly rhythm of a metric and adds servers ahead of it. Needs a day of history. */
export interface PredictiveScaling<Metric extends PredefinedMetric = PredefinedMetric> {
  readonly type: "predictive";
  /** What is forecast. @default "cpu" */
  readonly metric?: Metric;
  /** The value to hold, in the metric's unit. */
  readonly target: number;
  /** Whether it only forecasts, to be judged first, or also acts. @default "forecastOnly" */
  readonly mode?: "forecastOnly" | "forecastAndScale";
  /** Seconds by which servers start before they are needed, 0–3599. @default 300 */
  readonly leadSeconds?: number;
}

/** A metric that AWS keeps for every group of servers. */
export type GroupMetric = "cpu" | "networkIn" | "networkOut";

/** A metric that AWS keeps for a group, or for a group behind an Application Load Balancer. */
export type PredefinedMetric = GroupMetric | "requestsPerTarget";

/** A metric of your own that belongs to a group of servers. */
export interface ServerMetric extends CustomMetric {
  /**
   * Whether it is that of this group alone, by the dimension `AutoScalingGroupName`, which the CloudWatch agent adds to
   * what servers report. @default false
   */
  readonly ofGroup?: boolean;
}

/**
 * A value that is worked out of several metrics, such as the jobs that wait for each server.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-target-tracking-metric-math.html
 */
export interface MetricMath {
  /** What the value is called, e.g. `jobs-per-server`. */
  readonly name: string;
  /** Of the metrics, by their names: `jobs / servers`. */
  readonly expression: string;
  /** The metrics, by names that begin with a small letter; `"servers"` is the number of servers in service. At most 9. */
  readonly metrics: Readonly<Record<string, ServerMetric | "servers">>;
}

/** A metric of your own. For a target it must fall when servers are added. */
export interface CustomMetric {
  /** The CloudWatch namespace, e.g. `Shop`. */
  readonly namespace: string;
  /** The metric's name, e.g. `ActiveSessions`. */
  readonly metricName: string;
  /** The dimensions that pick the metric out. @default none */
  readonly dimensions?: Readonly<Record<string, pulumi.Input<string>>>;
  /** How the data points of a minute become one. @default "Average" */
  readonly statistic?: "Average" | "Minimum" | "Maximum" | "Sum" | "SampleCount";
}

/**
 * What tells one scaling of a group from its others, made of its content, so that adding or removing one never touches
 * the rest: `target-cpu`, `schedule-friday-evening`.
 */
export function scalingKey(scaling: Scaling): string {
  if (scaling.type === "schedule") return `schedule-${scaling.name}`;
  return `${scaling.type}-${metricName(scaling.metric ?? "cpu").replace(/[^A-Za-z0-9]+/g, "-")}`;
}

function metricName(metric: PredefinedMetric | ServerMetric | MetricMath): string {
  if (typeof metric === "string") return metric;
  return "expression" in metric ? metric.name : `${metric.namespace}-${metric.metricName}`;
}
