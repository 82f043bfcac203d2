import { type Graph, line } from "../../dashboard/section";
import type { WatchedService } from "./alarms";

/** How busy the tasks of a service are, and how many there are. */
export function taskGraphs(dimensions: WatchedService): Graph[] {
  return [
    {
      title: "CPU and memory of the tasks",
      namespace: "AWS/ECS",
      dimensions,
      unit: "percent",
      lines: [line("CPUUtilization", "Average", "CPU"), line("MemoryUtilization", "Average", "memory")],
    },
    {
      title: "Tasks",
      namespace: "ECS/ContainerInsights",
      dimensions,
      unit: "tasks",
      lines: [line("RunningTaskCount", "Average", "running"), line("DesiredTaskCount", "Average", "desired")],
    },
  ];
}
