import { rule } from "../rule";

/** What a dashboard would show. */
const workloads = [
  "aws:apigateway/restApi:RestApi",
  "aws:apigatewayv2/api:Api",
  "aws:autoscaling/group:Group",
  "aws:cloudfront/distribution:Distribution",
  "aws:ec2/instance:Instance",
  "aws:ecs/service:Service",
  "aws:eks/cluster:Cluster",
  "aws:elasticbeanstalk/environment:Environment",
  "aws:lambda/function:Function",
  "aws:lb/loadBalancer:LoadBalancer",
];

export const dashboardsExist = rule({
  name: "dashboards-exist",
  displayName: "Production has a dashboard",
  description: "A production stack that serves users has a CloudWatch dashboard, so that all look at the same numbers.",
  why: "In an outage the first minutes go into finding the numbers, unless they stand on one page.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html",
  remediationSteps: "Add an aws.cloudwatch.Dashboard with the requests, errors and latency of what serves users.",
  controls: {},
  types: [],
  stack({ stack, environment, onStack }) {
    if (environment !== "prod" || stack.ofType(...workloads).length === 0) return;
    if (stack.ofType("aws:cloudwatch/dashboard:Dashboard").length > 0) return;
    onStack.deny("it serves users and has no dashboard; add an aws.cloudwatch.Dashboard");
  },
});
