import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type LogSettings, logGroup } from "../service-logs";

/**
 * Container Insights' log groups, made before what writes to them, which would make some that keep everything for ever:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-EKS-logs.html
 */
export function insightsLogGroups(
  name: string,
  cluster: aws.eks.Cluster,
  logs: LogSettings,
  parent: pulumi.Resource,
): pulumi.Resource[] {
  return ["application", "dataplane", "host", "performance"].map((kind) => {
    // Metrics are read out of the performance logs, and only the standard class has that.
    const settings: LogSettings = kind === "application" ? logs : { ...logs, logClass: "standard" };
    const group = pulumi.interpolate`/aws/containerinsights/${cluster.name}/${kind}`;
    return logGroup(`${name}-insights-${kind}`, settings, parent, { name: group });
  });
}
