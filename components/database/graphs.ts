import type * as aws from "@pulumi/aws";
import { type Graph, line } from "../dashboard/section";

/** How busy a database is, and how much room it has. */
export function databaseGraphs(instance: aws.rds.Instance): Graph[] {
  const graph = (title: string, unit: string, ...lines: Graph["lines"]) => ({
    title,
    namespace: "AWS/RDS",
    dimensions: { DBInstanceIdentifier: instance.identifier },
    unit,
    lines,
  });
  return [
    graph("CPU", "percent", line("CPUUtilization", "Average", "used")),
    graph("Connections", "connections", line("DatabaseConnections", "Maximum", "open")),
    graph("Free storage", "bytes", line("FreeStorageSpace", "Minimum", "free")),
  ];
}
