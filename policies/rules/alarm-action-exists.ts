import { compositeAlarmType, metricAlarmType } from "../facts/alarms";
import { type Kind, named } from "../facts/references";
import { asList, at, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const topicKind: Kind = { types: ["aws:sns/topic:Topic"], keys: ["arn", "id"] };

/** What passes on the messages of topics, and the property that names them. */
const subscribers: Readonly<Record<string, string>> = {
  "aws:sns/topicSubscription:TopicSubscription": "topic",
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": "snsTopicArns",
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": "snsTopicArns",
};

export const alarmActionExists = rule({
  name: "alarm-action-exists",
  displayName: "Alarms reach somebody",
  description:
    "Every action of an alarm is an ARN, and every topic of the stack that alarms notify has a subscription.",
  why: "An alarm that notifies a topic without subscribers goes off unheard.",
  severity: "low",
  // Nobody waits for the alarms of a stack for trying out.
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html",
  remediationSteps: "Subscribe an address or a queue to the topic with an aws.sns.TopicSubscription.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const { topics, isOpen } = subscribedTopics(stack);
    const notified = new Set<StackResource>();
    for (const alarm of stack.ofType(metricAlarmType, compositeAlarmType)) {
      const actions = asList(at(alarm.props, "alarmActions"));
      for (const action of actions === UNKNOWN ? [UNKNOWN] : actions) {
        for (const topic of named(stack, alarm, "alarmActions", action, topicKind)) notified.add(topic);
        const isWritten = typeof action === "string" && alarm.references("alarmActions").length === 0;
        if (isWritten && !action.startsWith("arn:")) {
          on(alarm).deny(`alarmActions names ${shown(action)}, which is no ARN; name the ARN of an SNS topic`);
        }
      }
    }
    for (const topic of notified) {
      if (topics.has(topic)) continue;
      if (isOpen) on(topic).undecided("the topic of a subscription");
      else on(topic).deny("alarms notify it, and nothing subscribes to it; add an aws.sns.TopicSubscription");
    }
  },
});

function subscribedTopics(stack: Stack) {
  const topics = new Set<StackResource>();
  let isOpen = false;
  for (const [type, property] of Object.entries(subscribers)) {
    for (const subscriber of stack.ofType(type)) {
      const values = asList(at(subscriber.props, property));
      for (const value of values === UNKNOWN ? [UNKNOWN] : values) {
        const found = named(stack, subscriber, property, value, topicKind);
        for (const topic of found) topics.add(topic);
        if (found.length === 0 && value === UNKNOWN) isOpen = true;
      }
    }
  }
  return { topics, isOpen };
}
