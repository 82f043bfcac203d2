import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LogSettings } from "../service-logs";

/** A log group that is made before what writes to it, which would make one that keeps everything for ever. */
export function namedLogGroup(
  role: string,
  name: pulumi.Input<string>,
  { retentionDays: retentionInDays, logClass, kmsKeyArn }: LogSettings,
  parent: pulumi.Resource,
): aws.cloudwatch.LogGroup {
  const logGroupClass = logClass === "infrequentAccess" ? "INFREQUENT_ACCESS" : "STANDARD";
  return new aws.cloudwatch.LogGroup(
    role,
    { name, retentionInDays, logGroupClass, kmsKeyId: kmsKeyArn, tags: { Name: role } },
    { parent },
  );
}

/** Container Insights' log groups: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-EKS-logs.html */
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
    return namedLogGroup(`${name}-insights-${kind}`, group, settings, parent);
  });
}
