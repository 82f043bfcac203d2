import type { CustomMetric } from "../scaling";

/**
 * How a service grows and shrinks. Several work side by side: while they disagree, the one that asks for the most tasks
 * wins.
 */
export type ServiceScaling =
  | ServiceTargetScaling
  | ServiceStepScaling
  | ServiceScheduledScaling
  | ServicePredictiveScaling;

/** The scalings that every engine knows. */
export type PortableScaling = ServiceTargetScaling<PortableMetric> | ServiceScheduledScaling;

/** A metric of the containers themselves. */
export type PortableMetric = "cpu" | "memory";

/** A metric that AWS keeps for every service. Requests need an application load balancer. */
export type ServiceMetric = PortableMetric | "requestsPerTarget";

/** Keeps a metric near a value, as a thermostat does. The steady choice for most services. */
export interface ServiceTargetScaling<Metric = ServiceMetric | CustomMetric> {
  readonly type: "target";
  /** What is measured. @default "cpu" */
  readonly metric?: Metric;
  /** The value to hold, in the metric's unit (CPU and memory: percent, requests: count a minute). */
  readonly target: number;
  /** Whether it may only add tasks. @default false, it also removes them */
  readonly disableScaleIn?: boolean;
  /** Seconds between two additions, 0 or more. @default 60 */
  readonly scaleOutCooldownSeconds?: number;
  /** Seconds between two removals, 0 or more. @default 300 */
  readonly scaleInCooldownSeconds?: number;
}

/** Adds and removes fixed numbers of tasks as a metric crosses thresholds; each direction has its own alarm. ECS only. */
export interface ServiceStepScaling {
  readonly type: "step";
  /** What is measured. @default "cpu" */
  readonly metric?: ServiceMetric | CustomMetric;
  /** What to add above which value, the lowest threshold first. */
  readonly scaleOut: readonly { readonly above: number; readonly add: number }[];
  /** What to remove below which value, the highest threshold first. */
  readonly scaleIn: readonly { readonly below: number; readonly remove: number }[];
  /** Seconds between two changes, 0 or more. @default 60 */
  readonly cooldownSeconds?: number;
}

/** Sets the counts at times known in advance. At least one must be given; the other stays as it is. */
export interface ServiceScheduledScaling {
  readonly type: "schedule";
  /** What the moment is called, e.g. `friday-evening`. */
  readonly name: string;
  /**
   * The five fields of a Unix cron expression: minute, hour, day of the month, month, day of the week. `0 17 * * 5` is
   * every Friday at 17:00. Only one of the two days may be other than `*`.
   */
  readonly recurrence: string;
  /** The IANA time zone in which the recurrence is read, e.g. `Europe/London`. @default "Etc/UTC" */
  readonly timeZone?: string;
  /** The least number of tasks from then on. @default left as it is */
  readonly minCount?: number;
  /** The greatest number of tasks from then on. @default left as it is */
  readonly maxCount?: number;
}

/** Learns the daily and weekly rhythm of a metric and adds tasks ahead of it. Needs a day of history. ECS only. */
export interface ServicePredictiveScaling {
  readonly type: "predictive";
  /** What is forecast. @default "cpu" */
  readonly metric?: ServiceMetric;
  /** The value to hold, in the metric's unit. */
  readonly target: number;
  /** Whether it only forecasts, to be judged first, or also acts. @default "forecastOnly" */
  readonly mode?: "forecastOnly" | "forecastAndScale";
  /** Seconds by which tasks start before they are needed, 0–3600. @default 300 */
  readonly leadSeconds?: number;
}

/**
 * What tells one scaling of a service from its others, made of its content, so that adding or removing one never touches
 * the rest: `target-cpu`, `schedule-friday-evening`.
 */
export function serviceScalingKey(scaling: ServiceScaling): string {
  if (scaling.type === "schedule") return `schedule-${scaling.name}`;
  const { metric = "cpu" } = scaling;
  const measured = typeof metric === "string" ? metric : `${metric.namespace}-${metric.metricName}`;
  return `${scaling.type}-${measured.replace(/[^A-Za-z0-9]+/g, "-")}`;
}
