import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const alarm = (props: object = {}) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { namespace: "AWS/EC2", metricName: "CPUUtilization", ...props },
});
const composite = (alarmRule: unknown, props: object = {}) => ({
  type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  props: { alarmName: "down", alarmRule, ...props },
});
const topic = { type: "aws:sns/topic:Topic", props: {} };
const tells = { alarmActions: [ref("topic", "arn")] };

export const examples: Examples = {
  denied: [
    {
      title: "alarms without actions",
      resources: { web: alarm(), empty: alarm({ alarmActions: [] }), down: composite("ALARM(other)") },
      says: {
        web: "alarmActions names nothing; name an SNS topic, or let a composite alarm watch it",
        empty: "alarmActions names nothing",
        down: "alarmActions names nothing",
      },
    },
    {
      title: "an alarm that says only when all is well again",
      resources: { topic, web: alarm({ okActions: [ref("topic", "arn")] }) },
      says: { web: "alarmActions names nothing" },
    },
    {
      title: "an alarm whose actions are turned off",
      resources: { topic, web: alarm({ ...tells, actionsEnabled: "false" }) },
      says: { web: "actionsEnabled is false, so that nobody is told; set it to true" },
    },
  ],
  allowed: [
    { title: "an alarm that tells a topic", resources: { topic, web: alarm(tells) } },
    {
      title: "alarms that a composite alarm watches, by reference or by name",
      resources: {
        topic,
        a: alarm(),
        b: alarm({ name: "cpu high", actionsEnabled: false }),
        down: composite(["ALARM(", ref("a", "name"), ")"], tells),
        busy: composite('ALARM("cpu high") AND NOT OK(other)', tells),
      },
    },
    {
      title: "alarms that stop a deployment, or are what a health check looks at",
      resources: {
        a: alarm(),
        b: alarm({ name: "b" }),
        web: {
          type: "aws:ecs/service:Service",
          props: { alarms: { enable: true, rollback: true, alarmNames: [ref("a", "name")] } },
        },
        check: {
          type: "aws:route53/healthCheck:HealthCheck",
          props: { type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: "b", cloudwatchAlarmRegion: "eu-west-1" },
        },
      },
    },
  ],
  undecided: [
    {
      title: "actions that are not known, or not known to be turned on",
      resources: { topic, a: alarm({ alarmActions: UNKNOWN }), b: alarm({ ...tells, actionsEnabled: UNKNOWN }) },
      says: { a: "alarmActions", b: "actionsEnabled" },
    },
    {
      title: "an alarm beside a composite alarm of which nothing is known",
      resources: { topic, a: alarm(), down: composite(UNKNOWN, tells) },
      says: { a: "what watches it" },
    },
  ],
};
