import type * as pulumi from "@pulumi/pulumi";
import { type Graph, line } from "./section";

/**
 * What clients of an Application Load Balancer see.
 *
 * @param dimensions of a target group at its load balancer, or of the load balancer alone
 */
export function requestGraphs(dimensions: Readonly<Record<string, pulumi.Input<string>>>): Graph[] {
  const namespace = "AWS/ApplicationELB";
  return [
    {
      title: "Requests",
      namespace,
      dimensions,
      unit: "a minute",
      lines: [
        line("RequestCount", "Sum", "all"),
        line("HTTPCode_Target_4XX_Count", "Sum", "4xx"),
        line("HTTPCode_Target_5XX_Count", "Sum", "5xx"),
      ],
    },
    {
      title: "Latency",
      namespace,
      dimensions,
      unit: "seconds",
      lines: [line("TargetResponseTime", "p50", "half of them"), line("TargetResponseTime", "p95", "19 of 20")],
    },
  ];
}

/** How many targets of a group are well, of either kind of load balancer. */
export function hostGraph(
  namespace: "AWS/ApplicationELB" | "AWS/NetworkELB" | "AWS/GatewayELB",
  dimensions: Readonly<Record<"LoadBalancer" | "TargetGroup", pulumi.Input<string>>>,
): Graph {
  const lines = [line("HealthyHostCount", "Minimum", "healthy"), line("UnHealthyHostCount", "Maximum", "unhealthy")];
  return { title: "Targets", namespace, dimensions, unit: "targets", lines };
}
