import { watched } from "../facts/alarms";
import { groupType } from "../facts/auto-scaling-groups";
import { isReplicated, serviceType } from "../facts/ecs-services";
import { few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

/** The namespaces of the metrics of each type. */
const namespaces: Readonly<Record<string, readonly string[]>> = {
  "aws:apigateway/restApi:RestApi": ["AWS/ApiGateway"],
  "aws:apigatewayv2/api:Api": ["AWS/ApiGateway"],
  [groupType]: ["AWS/AutoScaling", "AWS/EC2"],
  "aws:elb/loadBalancer:LoadBalancer": ["AWS/ELB"],
  [serviceType]: ["AWS/ECS", "ECS/ContainerInsights"],
  "aws:lambda/function:Function": ["AWS/Lambda"],
  "aws:lb/loadBalancer:LoadBalancer": ["AWS/ApplicationELB", "AWS/NetworkELB", "AWS/GatewayELB"],
  "aws:rds/cluster:Cluster": ["AWS/RDS"],
  "aws:rds/instance:Instance": ["AWS/RDS"],
  "aws:sqs/queue:Queue": ["AWS/SQS"],
};

export const alarmCoverage = rule({
  name: "alarm-coverage",
  displayName: "What serves users has alarms",
  description: "Every load balancer, Auto Scaling group, ECS service, function, API, queue and database has an alarm.",
  why: "What has no alarm fails in silence until a user complains.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
  remediationSteps:
    "Add an aws.cloudwatch.MetricAlarm with a dimension that names the resource, or a query that takes in all of its kind.",
  controls: {},
  settings: { metrics: texts([], "The metrics of which an alarm must watch one; empty for whichever.") },
  types: [],
  stack({ stack, settings, on }) {
    const { metricsOf, isWhole, mayBe } = watched(stack);
    const serves = (metric: unknown) =>
      settings.metrics.length === 0 || (typeof metric === "string" && settings.metrics.includes(metric));
    const one = settings.metrics.length > 0 ? `one of ${few(settings.metrics)}` : "a metric that shows its faults";
    for (const resource of stack.ofType(...Object.keys(namespaces))) {
      if (resource.type === serviceType && !isReplicated(resource)) continue;
      const metrics = metricsOf(resource);
      if (metrics.some(serves) || (namespaces[resource.type] ?? []).some(isWhole)) continue;
      if (metrics.includes(UNKNOWN) || mayBe(resource.type))
        on(resource).undecided("what an alarm of the stack watches");
      else on(resource).deny(`no alarm of the stack watches it; add one on ${one}`);
    }
  },
});
