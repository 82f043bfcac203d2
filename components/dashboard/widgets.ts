import type * as pulumi from "@pulumi/pulumi";
import type { DashboardSection, Graph } from "./section";

/** A widget as CloudWatch reads it: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export interface Widget {
  readonly type: "text" | "alarm" | "metric";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: pulumi.Input<Readonly<Record<string, unknown>>>;
}

/** The columns of a dashboard. */
const columns = 24;

/** The widgets of all sections, one below the other: the title, the alarms, and three graphs in a row. */
export function widgetsOf(sections: readonly DashboardSection[], region: pulumi.Input<string>): Widget[] {
  const widgets: Widget[] = [];
  let y = 0;
  const row = (height: number, ...parts: readonly Pick<Widget, "type" | "properties">[]) => {
    const width = columns / Math.max(1, parts.length);
    widgets.push(...parts.map((part, index) => ({ ...part, x: index * width, y, width, height })));
    y += height;
  };
  for (const { title, alarmArns, graphs } of sections) {
    row(1, { type: "text", properties: { markdown: `## ${title}` } });
    if (alarmArns.length > 0) {
      const properties = { title: "Alarms", alarms: [...alarmArns], sortBy: "stateUpdatedTimestamp" };
      row(1 + Math.ceil(alarmArns.length / 4), { type: "alarm", properties });
    }
    for (let first = 0; first < graphs.length; first += 3) {
      row(6, ...graphs.slice(first, first + 3).map((graph) => graphWidget(graph, region)));
    }
  }
  return widgets;
}

function graphWidget(graph: Graph, region: pulumi.Input<string>): Pick<Widget, "type" | "properties"> {
  const { title, namespace, dimensions, lines, unit } = graph;
  return {
    type: "metric",
    properties: {
      title,
      view: "timeSeries",
      region: graph.region ?? region,
      period: 60,
      yAxis: { left: { min: 0, ...(unit !== undefined && { label: unit, showUnits: false }) } },
      metrics: lines.map(({ metricName, stat, label, dimensions: own = dimensions }) => [
        namespace,
        metricName,
        ...Object.entries(own).flat(),
        { stat, label },
      ]),
    },
  };
}
