import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const alarm = (metricName: unknown, dimensions: unknown) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { namespace: "AWS/Any", metricName, dimensions },
});
const queries = (...metricQueries: unknown[]) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { metricQueries },
});
const of = (type: string, props: object = {}) => ({ type, props: { ...props } });
const balancer = of("aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "application" });
const group = of("aws:autoscaling/group:Group", { minSize: 2, maxSize: 4 });
const service = of("aws:ecs/service:Service", { cluster: "main" });
const lambda = of("aws:lambda/function:Function");
const queue = of("aws:sqs/queue:Queue");

export const examples: Examples = {
  denied: [
    {
      title: "all that serves users and has no alarm",
      resources: {
        ...{ balancer, group, service, lambda, queue },
        old: of("aws:alb/loadBalancer:LoadBalancer"),
        classic: of("aws:elb/loadBalancer:LoadBalancer"),
        http: of("aws:apigatewayv2/api:Api"),
        rest: of("aws:apigateway/restApi:RestApi"),
        database: of("aws:rds/instance:Instance", { engine: "postgres" }),
        cluster: of("aws:rds/cluster:Cluster", { engine: "aurora-postgresql" }),
      },
      says: {
        balancer: "no alarm of the stack watches it; add one on a metric that shows its faults",
        group: "no alarm",
        service: "no alarm",
        lambda: "no alarm",
        queue: "no alarm",
        old: "no alarm",
        classic: "no alarm",
        http: "no alarm",
        rest: "no alarm",
        database: "no alarm",
        cluster: "no alarm",
      },
    },
    {
      title: "a function whose neighbour has an alarm",
      resources: { lambda, other: lambda, errors: alarm("Errors", { FunctionName: ref("other", "name") }) },
      says: { lambda: "no alarm of the stack watches it" },
    },
    {
      title: "an alarm on a metric that the settings do not name",
      settings: { metrics: ["Errors", "Throttles"] },
      resources: { lambda, calls: alarm("Invocations", { FunctionName: ref("lambda", "name") }) },
      says: { lambda: "add one on one of Errors, Throttles" },
    },
  ],
  allowed: [
    {
      title: "all that has an alarm, alone or in a formula, by reference or by name",
      resources: {
        ...{ balancer, group, service, queue },
        lambda: of("aws:lambda/function:Function", { name: "resize" }),
        http: of("aws:apigatewayv2/api:Api"),
        a: queries(
          {
            id: "e",
            metric: {
              metricName: "HTTPCode_ELB_5XX_Count",
              dimensions: { LoadBalancer: ref("balancer", "arnSuffix") },
            },
          },
          { id: "p", expression: "e / 2", returnData: true },
        ),
        b: alarm("CPUUtilization", { AutoScalingGroupName: ref("group", "name") }),
        c: alarm("CPUUtilization", { ClusterName: "main", ServiceName: ref("service", "name") }),
        d: alarm("Errors", { FunctionName: "resize" }),
        e: alarm("ApproximateAgeOfOldestMessage", { QueueName: ref("queue", "name") }),
        f: alarm("5xx", { ApiId: ref("http") }),
        database: of("aws:rds/instance:Instance", { engine: "postgres" }),
        g: alarm("FreeStorageSpace", { DBInstanceIdentifier: ref("database", "identifier") }),
      },
    },
    {
      title: "functions that a query takes in all together",
      resources: {
        lambda,
        errors: queries({
          id: "q",
          expression: 'SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName)',
          period: 60,
        }),
      },
    },
    {
      title: "an alarm on a metric that the settings name",
      settings: { metrics: ["Errors"] },
      resources: { lambda, errors: alarm("Errors", { FunctionName: ref("lambda", "name") }) },
    },
    {
      title: "a service that runs on every host, which the host's alarms watch",
      resources: { agent: of("aws:ecs/service:Service", { schedulingStrategy: "DAEMON" }) },
    },
  ],
  undecided: [
    {
      title: "a function beside an alarm on a function that is not known",
      resources: { lambda, errors: alarm("Errors", { FunctionName: UNKNOWN }) },
      says: { lambda: "what an alarm of the stack watches" },
    },
    {
      title: "a queue beside an alarm of which nothing is known",
      resources: { queue, old: alarm("Age", UNKNOWN) },
      says: { queue: "what an alarm of the stack watches" },
    },
    {
      title: "a function with an alarm on a metric that is not known",
      settings: { metrics: ["Errors"] },
      resources: { lambda, errors: alarm(UNKNOWN, { FunctionName: ref("lambda", "name") }) },
      says: { lambda: "what an alarm of the stack watches" },
    },
  ],
};
