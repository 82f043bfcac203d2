import type * as pulumi from "@pulumi/pulumi";

/** What has something to show on a {@link Dashboard}: most components. */
export interface Charted {
  /** What it shows: its alarms and graphs, under a title. */
  dashboardSection(): DashboardSection;
}

/** A part of a dashboard. */
export interface DashboardSection {
  readonly title: string;
  /** The ARNs of the alarms whose state is shown, at most 100. */
  readonly alarmArns: readonly pulumi.Output<string>[];
  readonly graphs: readonly Graph[];
}

/** Lines over time, one for each metric. */
export interface Graph {
  readonly title: string;
  readonly namespace: string;
  /** What tells the metrics from others of the same name. */
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  readonly lines: readonly Line[];
  /** The unit of the axis. @default what CloudWatch knows of the metrics */
  readonly unit?: string;
  /** The region of the metrics. @default the dashboard's */
  readonly region?: string;
}

/** One metric of a graph. */
export interface Line {
  readonly metricName: string;
  /** How the data points of a minute become one: `Sum`, `Average`, `Minimum`, `Maximum`, or a percentile such as `p95`. */
  readonly stat: string;
  readonly label: string;
  /** @default the graph's */
  readonly dimensions?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** A line in few words. */
export function line(metricName: string, stat: string, label: string): Line {
  return { metricName, stat, label };
}
