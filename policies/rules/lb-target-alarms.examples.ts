import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({ type: "aws:lb/targetGroup:TargetGroup", props: { port: 80, ...props } });
const alarm = (metricName: unknown, TargetGroup: unknown) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { namespace: "AWS/ApplicationELB", metricName, dimensions: { LoadBalancer: "app/web/1", TargetGroup } },
});

export const examples: Examples = {
  denied: [
    {
      title: "target groups without an alarm, or with one on something else",
      resources: {
        a: group(),
        b: { type: "aws:alb/targetGroup:TargetGroup", props: { port: 80 } },
        c: group({ protocol: "TCP" }),
        slow: alarm("TargetResponseTime", ref("a", "arnSuffix")),
      },
      says: {
        a: "no alarm watches the health of its targets; add one on UnHealthyHostCount",
        b: "no alarm watches",
        c: "no alarm watches",
      },
    },
  ],
  allowed: [
    {
      title: "target groups with an alarm on their health",
      resources: {
        a: group(),
        b: group({ protocol: "TCP" }),
        down: alarm("UnHealthyHostCount", ref("a", "arnSuffix")),
        few: alarm("HealthyHostCount", ref("b", "arnSuffix")),
      },
    },
    { title: "a function, which has no health check", resources: { a: group({ targetType: "lambda" }) } },
    {
      title: "target groups that a query takes in all together",
      resources: {
        a: group(),
        down: {
          type: "aws:cloudwatch/metricAlarm:MetricAlarm",
          props: {
            metricQueries: [{ id: "q", expression: 'SELECT MAX(UnHealthyHostCount) FROM "AWS/ApplicationELB"' }],
          },
        },
      },
    },
  ],
  undecided: [
    {
      title: "a target group beside an alarm on one that is not known",
      resources: { a: group(), down: alarm("UnHealthyHostCount", UNKNOWN) },
      says: { a: "what an alarm of the stack watches" },
    },
  ],
};
