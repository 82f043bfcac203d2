import type * as pulumi from "@pulumi/pulumi";
import { type Graph, line } from "../dashboard/section";
import { failures } from "./alarms";

/** What CloudWatch calls what callers did wrong. */
const refusals = { http: "4xx", rest: "4XXError" } as const;

/** What callers of an API see. */
export function apiGraphs(
  kind: keyof typeof failures,
  dimensions: Readonly<Record<string, pulumi.Input<string>>>,
): Graph[] {
  const namespace = "AWS/ApiGateway";
  return [
    {
      title: "Requests",
      namespace,
      dimensions,
      unit: "a minute",
      lines: [line("Count", "Sum", "all"), line(refusals[kind], "Sum", "4xx"), line(failures[kind], "Sum", "5xx")],
    },
    {
      title: "Latency",
      namespace,
      dimensions,
      unit: "milliseconds",
      lines: [line("Latency", "p50", "half of them"), line("Latency", "p95", "19 of 20")],
    },
  ];
}
