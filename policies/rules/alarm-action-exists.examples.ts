import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const alarm = (...alarmActions: unknown[]) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  props: { namespace: "AWS/EC2", metricName: "CPUUtilization", alarmActions },
});
const topic = { type: "aws:sns/topic:Topic", props: {} };
const subscription = (to: unknown) => ({
  type: "aws:sns/topicSubscription:TopicSubscription",
  props: { topic: to, protocol: "email", endpoint: "operations@example.com" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a topic to which nobody subscribes, once for all its alarms",
      resources: {
        topic,
        a: alarm(ref("topic", "arn")),
        b: alarm(ref("topic", "arn")),
        down: {
          type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
          props: { alarmName: "down", alarmRule: "ALARM(x)", alarmActions: [ref("topic", "arn")] },
        },
      },
      says: { topic: "alarms notify it, and nothing subscribes to it; add an aws.sns.TopicSubscription" },
    },
    {
      title: "an action that is no ARN",
      resources: { a: alarm("operations@example.com") },
      says: { a: 'alarmActions names "operations@example.com", which is no ARN; name the ARN of an SNS topic' },
    },
  ],
  allowed: [
    {
      title: "a topic with a subscription",
      resources: { topic, mail: subscription(ref("topic", "arn")), a: alarm(ref("topic", "arn")) },
    },
    {
      title: "a topic that is read in a chat",
      resources: {
        topic,
        chat: {
          type: "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
          props: { snsTopicArns: [ref("topic", "arn")] },
        },
        a: alarm(ref("topic", "arn")),
      },
    },
    {
      title: "actions outside of the stack, or other than a topic",
      resources: {
        a: alarm("arn:aws:sns:eu-west-1:123456789012:operations"),
        b: alarm("arn:aws:automate:eu-west-1:ec2:recover"),
        policy: { type: "aws:autoscaling/policy:Policy", props: { autoscalingGroupName: "web" } },
        c: alarm(ref("policy", "arn")),
      },
    },
    { title: "a topic that no alarm notifies", resources: { topic } },
  ],
  undecided: [
    {
      title: "a topic beside a subscription to what is not known",
      resources: { topic, mail: subscription(UNKNOWN), a: alarm(ref("topic", "arn")) },
      says: { topic: "the topic of a subscription" },
    },
  ],
};
