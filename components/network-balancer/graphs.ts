import type * as aws from "@pulumi/aws";
import { hostGraph } from "../dashboard/request-graphs";
import { type Graph, line } from "../dashboard/section";

/** The connections of a Network Load Balancer, and its targets. */
export function balancerGraphs(
  balancer: aws.lb.LoadBalancer,
  targetGroups: Readonly<Record<string, aws.lb.TargetGroup>>,
): Graph[] {
  const namespace = "AWS/NetworkELB";
  const LoadBalancer = balancer.arnSuffix;
  return [
    {
      title: "Connections",
      namespace,
      dimensions: { LoadBalancer },
      unit: "connections",
      lines: [line("ActiveFlowCount", "Average", "open"), line("NewFlowCount", "Sum", "new, a minute")],
    },
    {
      title: "Traffic",
      namespace,
      dimensions: { LoadBalancer },
      unit: "bytes a minute",
      lines: [line("ProcessedBytes", "Sum", "all")],
    },
    ...Object.entries(targetGroups).map(([key, { arnSuffix }]) => ({
      ...hostGraph(namespace, { LoadBalancer, TargetGroup: arnSuffix }),
      title: `Targets of ${key}`,
    })),
  ];
}
