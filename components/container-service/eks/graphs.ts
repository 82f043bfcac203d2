import { type Graph, line } from "../../dashboard/section";
import { podDimensions } from "./service-alarms";
import type { Workload } from "./workload";

/** How busy the pods of a service are, and how many there are. */
export function podGraphs(workload: Workload): Graph[] {
  const ofPods = { namespace: "ContainerInsights", dimensions: podDimensions(workload) };
  return [
    {
      ...ofPods,
      title: "CPU and memory of the pods",
      unit: "percent",
      lines: [
        line("pod_cpu_utilization_over_pod_limit", "Average", "CPU"),
        line("pod_memory_utilization_over_pod_limit", "Average", "memory"),
      ],
    },
    { ...ofPods, title: "Pods", unit: "pods", lines: [line("service_number_of_running_pods", "Minimum", "running")] },
  ];
}
