import { type Graph, line } from "../dashboard/section";
import type { Shown } from "./staging";

/** What visitors of a site see. Metrics of CloudFront are in us-east-1. */
export function siteGraphs({ name, distribution }: Shown): Graph[] {
  const ofSite = {
    namespace: "AWS/CloudFront",
    dimensions: { DistributionId: distribution.id, Region: "Global" },
    region: "us-east-1",
  };
  return [
    { ...ofSite, title: `Requests of ${name}`, unit: "a minute", lines: [line("Requests", "Sum", "all")] },
    {
      ...ofSite,
      title: `Errors of ${name}`,
      unit: "percent",
      lines: [line("4xxErrorRate", "Average", "4xx"), line("5xxErrorRate", "Average", "5xx")],
    },
    { ...ofSite, title: `Traffic of ${name}`, unit: "bytes a minute", lines: [line("BytesDownloaded", "Sum", "out")] },
  ];
}
