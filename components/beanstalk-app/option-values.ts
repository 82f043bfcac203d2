/** `PT30M`, `PT1H`. */
export type Iso8601Duration = `PT${string}`;

export type TriggerMetric =
  | "CPUUtilization"
  | "NetworkIn"
  | "NetworkOut"
  | "DiskWriteOps"
  | "DiskReadBytes"
  | "DiskReadOps"
  | "DiskWriteBytes"
  | "RequestCount"
  | "HealthyHostCount"
  | "UnhealthyHostCount"
  | "TargetResponseTime";

export type TriggerUnit = "Seconds" | "Percent" | "Bytes" | "Count";

export type SpotAllocation =
  | "capacity-optimized"
  | "price-capacity-optimized"
  | "capacity-optimized-prioritized"
  | "lowest-price";

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-cloudwatchlogs */
export type LogRetentionDays =
  | 1
  | 3
  | 5
  | 7
  | 14
  | 30
  | 60
  | 90
  | 120
  | 150
  | 180
  | 365
  | 400
  | 545
  | 731
  | 1827
  | 3653;
