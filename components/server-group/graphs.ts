import type * as aws from "@pulumi/aws";
import { type Graph, line } from "../dashboard/section";
import { agentMetrics, agentNamespace } from "../server/cloudwatch-agent";
import type { InstanceSettings } from "./launch-template";

/** How busy the servers of a group are, and how many there are. */
export function groupGraphs(
  group: aws.autoscaling.Group,
  { types: { isWeighted }, cloudWatchAgent }: Pick<InstanceSettings, "types" | "cloudWatchAgent">,
): Graph[] {
  const dimensions = { AutoScalingGroupName: group.name };
  const inService = isWeighted ? "GroupInServiceCapacity" : "GroupInServiceInstances";
  return [
    {
      title: "CPU of the servers",
      namespace: "AWS/EC2",
      dimensions,
      unit: "percent",
      lines: [line("CPUUtilization", "Average", "on average"), line("CPUUtilization", "Maximum", "the busiest")],
    },
    {
      title: "Servers",
      namespace: "AWS/AutoScaling",
      dimensions,
      unit: isWeighted ? "units" : "servers",
      lines: [
        line(inService, "Average", "in service"),
        line("GroupDesiredCapacity", "Average", "desired"),
        line("GroupMaxSize", "Average", "at most"),
      ],
    },
    ...(cloudWatchAgent ? [memoryGraph(dimensions)] : []),
  ];
}

function memoryGraph(dimensions: Graph["dimensions"]): Graph {
  const fullest = {
    ...line(agentMetrics.disk, "Maximum", "the fullest disk"),
    dimensions: { ...dimensions, path: "/" },
  };
  return {
    title: "Memory and disks of the servers",
    namespace: agentNamespace,
    dimensions,
    unit: "percent",
    lines: [line(agentMetrics.memory, "Average", "memory"), fullest],
  };
}
