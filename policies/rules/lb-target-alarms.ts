import { watched } from "../facts/alarms";
import { asBoolean, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const targetGroupType = "aws:lb/targetGroup:TargetGroup";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const healthMetrics = ["UnHealthyHostCount", "HealthyHostCount", "UnhealthyStateRouting", "HealthyStateRouting"];

export const lbTargetAlarms = rule({
  name: "lb-target-alarms",
  displayName: "Unhealthy targets raise an alarm",
  description: "Every target group of a load balancer has an alarm on the number of its unhealthy or healthy targets.",
  why: "A load balancer takes targets out one by one without a word, and the outage comes with the last of them.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
  remediationSteps:
    "Add an aws.cloudwatch.MetricAlarm on UnHealthyHostCount with the dimensions LoadBalancer and TargetGroup.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const { metricsOf, isWhole, mayBe } = watched(stack);
    if (isWhole("AWS/ApplicationELB") || isWhole("AWS/NetworkELB")) return;
    for (const group of stack.ofType(targetGroupType)) {
      // A function has no health check unless it asks for one.
      const isFunction = asText(at(group.props, "targetType")) === "lambda";
      if (isFunction && asBoolean(at(group.props, "healthCheck", "enabled")) !== true) continue;
      const metrics = metricsOf(group);
      if (metrics.some((metric) => typeof metric === "string" && healthMetrics.includes(metric))) continue;
      const { deny, undecided } = on(group);
      if (metrics.includes(UNKNOWN) || mayBe(targetGroupType)) undecided("what an alarm of the stack watches");
      else deny("no alarm watches the health of its targets; add one on UnHealthyHostCount");
    }
  },
});
