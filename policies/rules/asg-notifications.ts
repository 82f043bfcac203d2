import { groupKind, groupType } from "../facts/auto-scaling-groups";
import { carrierOf, referred } from "../facts/references";
import { asList, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html */
const events = ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"].map(
  (event) => `autoscaling:EC2_INSTANCE_${event}`,
);

export const asgNotifications = rule({
  name: "asg-notifications",
  displayName: "Auto Scaling groups tell what they do",
  description: "An Auto Scaling group notifies a topic when it launches or terminates an instance, or fails to.",
  why: "Those who run the group then learn at once that instances come, go or fail to start.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html",
  remediationSteps:
    "Add an autoscaling.Notification with the group in groupNames, the four events in notifications, and an SNS topic.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const { told, strays } = notifications(stack);
    for (const group of stack.ofType(groupType)) {
      const lists = told.get(group) ?? [];
      const known = lists.filter((list) => list !== UNKNOWN).flat();
      const missing = events.filter((event) => !known.includes(event));
      if (missing.length === 0) continue;
      if (strays || lists.includes(UNKNOWN)) on(group).undecided("what it is notified of");
      else on(group).deny(`nobody is told of ${missing.join(", ")}; add an autoscaling.Notification`);
    }
  },
});

/** The events that each group is to tell of, and whether there are notifications of which the groups are not known. */
function notifications(stack: Stack) {
  const told = new Map<StackResource, (readonly unknown[] | Unknown)[]>();
  let strays = false;
  for (const notification of stack.ofType("aws:autoscaling/notification:Notification")) {
    const names = asList(at(notification.props, "groupNames"));
    const carriers = names === UNKNOWN ? [] : names.map((name) => carrierOf(stack, name, groupKind));
    const groups = new Set([...carriers, ...referred(notification, "groupNames", groupKind)]);
    const vague = names === UNKNOWN || names.map(asText).includes(UNKNOWN);
    if (vague && notification.references("groupNames").length === 0) strays = true;
    for (const group of groups) {
      if (!group) continue;
      const lists = told.get(group) ?? [];
      lists.push(asListOrUnknown(at(notification.props, "notifications")));
      told.set(group, lists);
    }
  }
  return { told, strays };
}

function asListOrUnknown(value: unknown): readonly unknown[] | Unknown {
  const list = asList(value);
  return list === UNKNOWN || list.includes(UNKNOWN) ? UNKNOWN : list;
}
