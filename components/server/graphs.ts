import type * as aws from "@pulumi/aws";
import { type Graph, line } from "../dashboard/section";

/** How busy a server is. */
export function serverGraphs({ id }: aws.ec2.Instance): Graph[] {
  const ofServer = { namespace: "AWS/EC2", dimensions: { InstanceId: id } };
  return [
    { ...ofServer, title: "CPU", unit: "percent", lines: [line("CPUUtilization", "Average", "used")] },
    {
      ...ofServer,
      title: "Network",
      unit: "bytes a minute",
      lines: [line("NetworkOut", "Sum", "out"), line("NetworkIn", "Sum", "in")],
    },
    { ...ofServer, title: "Status checks", unit: "failed", lines: [line("StatusCheckFailed", "Maximum", "failed")] },
  ];
}
