import { type Graph, line } from "../dashboard/section";
import { aliasDimensions, type WatchedAlias } from "./alarms";

/** What callers of a function see. */
export function functionGraphs(alias: WatchedAlias): Graph[] {
  const ofAlias = { namespace: "AWS/Lambda", dimensions: aliasDimensions(alias) };
  return [
    {
      ...ofAlias,
      title: "Calls",
      unit: "a minute",
      lines: [
        line("Invocations", "Sum", "all"),
        line("Errors", "Sum", "failed"),
        line("Throttles", "Sum", "turned away"),
      ],
    },
    {
      ...ofAlias,
      title: "Duration",
      unit: "milliseconds",
      lines: [line("Duration", "p50", "half of them"), line("Duration", "p95", "19 of 20")],
    },
    { ...ofAlias, title: "At once", unit: "calls", lines: [line("ConcurrentExecutions", "Maximum", "under way")] },
  ];
}
