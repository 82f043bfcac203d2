import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { groupKind } from "./auto-scaling-groups";
import { serviceType } from "./ecs-services";
import { carrierOf, type Kind, referred } from "./references";
import { asList, asMap, asText, at, type Fact, UNKNOWN } from "./value";

export const metricAlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const compositeAlarmType = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

/** The dimensions of metrics that name a resource, and what they name it by. */
const dimensionKinds: Readonly<Record<string, Kind>> = {
  ApiId: { types: ["aws:apigatewayv2/api:Api"], keys: ["id"] },
  ApiName: { types: ["aws:apigateway/restApi:RestApi"], keys: ["name"] },
  AutoScalingGroupName: groupKind,
  DBClusterIdentifier: { types: ["aws:rds/cluster:Cluster"], keys: ["clusterIdentifier"] },
  DBInstanceIdentifier: { types: ["aws:rds/instance:Instance"], keys: ["identifier"] },
  FunctionName: { types: ["aws:lambda/function:Function"], keys: ["name", "id"] },
  LoadBalancer: { types: ["aws:lb/loadBalancer:LoadBalancer"], keys: ["arnSuffix"] },
  LoadBalancerName: { types: ["aws:elb/loadBalancer:LoadBalancer"], keys: ["name", "id"] },
  QueueName: { types: ["aws:sqs/queue:Queue"], keys: ["name"] },
  ServiceName: { types: [serviceType], keys: ["name"] },
  TargetGroup: { types: ["aws:lb/targetGroup:TargetGroup"], keys: ["arnSuffix"] },
};
const allKinds = Object.values(dimensionKinds);

/** What the metric alarms of a stack look at. */
export interface Watched {
  /** The metrics of a resource that have an alarm. */
  metricsOf(resource: StackResource): readonly Fact<string>[];
  /** Whether an alarm looks at every resource of a namespace, as a query of Metrics Insights does. */
  isWhole(namespace: string): boolean;
  /** Whether an alarm looks at a resource of a type, and preview cannot tell which. */
  mayBe(type: string): boolean;
}

const watchedIn = new WeakMap<Stack, Watched>();

export function watched(stack: Stack): Watched {
  const done = watchedIn.get(stack);
  if (done) return done;
  const metrics = new Map<StackResource, Fact<string>[]>();
  const namespaces = new Set<string>();
  const adrift = new Set<string>();
  for (const alarm of stack.ofType(metricAlarmType)) {
    for (const metric of alarmedMetrics(alarm)) {
      const { resources, unfound } = resourcesOf(stack, alarm, metric);
      for (const resource of resources) {
        const names = metrics.get(resource);
        if (names) names.push(metric.name);
        else metrics.set(resource, [metric.name]);
      }
      for (const type of unfound) adrift.add(type);
    }
    for (const namespace of queriedNamespaces(alarm)) namespaces.add(namespace);
  }
  const made: Watched = {
    metricsOf: (resource) => metrics.get(resource) ?? [],
    isWhole: (namespace) => namespaces.has(namespace),
    mayBe: (type) => adrift.has(type),
  };
  watchedIn.set(stack, made);
  return made;
}

/** A metric that an alarm looks at, alone or in a formula. */
export interface AlarmedMetric {
  readonly namespace: Fact<string>;
  readonly name: Fact<string>;
  readonly dimensions: unknown;
  /** The top-level property that states it. */
  readonly property: "dimensions" | "metricQueries";
}

/** Every metric that an alarm looks at. */
export function alarmedMetrics({ props }: Pick<StackResource, "props">): readonly AlarmedMetric[] {
  const queries = asList(at(props, "metricQueries"));
  if (queries === UNKNOWN) return [metricOf(UNKNOWN, "metricQueries")];
  const inside = queries.map((query) => at(query, "metric")).filter((metric) => metric !== undefined);
  const own = at(props, "metricName") === undefined ? [] : [metricOf(props, "dimensions")];
  return [...own, ...inside.map((metric) => metricOf(metric, "metricQueries"))];
}

function metricOf(stated: unknown, property: AlarmedMetric["property"]): AlarmedMetric {
  return {
    namespace: asText(at(stated, "namespace")),
    name: asText(at(stated, "metricName")),
    dimensions: at(stated, "dimensions"),
    property,
  };
}

interface Found {
  readonly resources: readonly StackResource[];
  /** The types of what the alarm looks at and the stack does not show. */
  readonly unfound: readonly string[];
}

function resourcesOf(stack: Stack, alarm: StackResource, { dimensions, property }: AlarmedMetric): Found {
  const map = asMap(dimensions);
  if (map === UNKNOWN) {
    const resources = allKinds.flatMap((kind) => referred(alarm, property, kind));
    return { resources, unfound: resources.length > 0 ? [] : allKinds.flatMap(({ types }) => types) };
  }
  const found = Object.entries(map).map(([name, value]): Found => {
    const kind = Object.hasOwn(dimensionKinds, name) ? dimensionKinds[name] : undefined;
    if (!kind) return { resources: [], unfound: [] };
    const carrier = carrierOf(stack, value, kind);
    const resources = carrier ? [carrier] : referred(alarm, property, kind);
    return { resources, unfound: resources.length === 0 && value === UNKNOWN ? kind.types : [] };
  });
  return {
    resources: [...new Set(found.flatMap(({ resources }) => resources))],
    unfound: found.flatMap(({ unfound }) => unfound),
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html */
function queriedNamespaces({ props }: StackResource): string[] {
  const queries = asList(at(props, "metricQueries"));
  if (queries === UNKNOWN) return [];
  return queries.flatMap((query) => {
    const expression = asText(at(query, "expression"));
    if (typeof expression !== "string") return [];
    const from = /\bFROM\s+(?:SCHEMA\s*\(\s*)?"([^"]{1,255})"/i.exec(expression)?.[1];
    return from === undefined ? [] : [from];
  });
}
