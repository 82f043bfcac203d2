import type * as aws from "@pulumi/aws";
import { type Graph, line } from "../dashboard/section";

/** The health of an environment, and what clients see. */
export function environmentGraphs(role: string, environment: aws.elasticbeanstalk.Environment): Graph[] {
  const ofEnvironment = { namespace: "AWS/ElasticBeanstalk", dimensions: { EnvironmentName: environment.name } };
  return [
    {
      ...ofEnvironment,
      title: `Requests of ${role}`,
      unit: "a minute",
      lines: [line("ApplicationRequestsTotal", "Sum", "all"), line("ApplicationRequests5xx", "Sum", "5xx")],
    },
    {
      ...ofEnvironment,
      title: `Latency of ${role}`,
      unit: "seconds",
      lines: [line("ApplicationLatencyP95", "Average", "19 of 20")],
    },
    {
      ...ofEnvironment,
      title: `Health of ${role}`,
      unit: "0 is well, 25 severe",
      lines: [line("EnvironmentHealth", "Maximum", "health")],
    },
  ];
}
