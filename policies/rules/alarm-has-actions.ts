import { isUsed } from "../facts/alarm-users";
import { compositeAlarmType, metricAlarmType } from "../facts/alarms";
import { asBoolean, asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const alarmHasActions = rule({
  name: "alarm-has-actions",
  displayName: "Alarms do something",
  description:
    "Every alarm has actions and has them turned on, or is named by what acts on it, such as a composite alarm.",
  why: "An alarm that does nothing turns red on a page that nobody looks at.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15",
  remediationSteps:
    "Name an SNS topic in alarmActions, and leave actionsEnabled true; or let a composite alarm watch the alarm.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const alarm of stack.ofType(metricAlarmType, compositeAlarmType)) {
      const enabled = asBoolean(at(alarm.props, "actionsEnabled")) ?? true;
      const actions = asList(at(alarm.props, "alarmActions"));
      if (enabled === true && actions !== UNKNOWN && actions.length > 0) continue;
      const used = isUsed(stack, alarm);
      if (used === true) continue;
      const { deny, undecided } = on(alarm);
      if (enabled === false) deny("actionsEnabled is false, so that nobody is told; set it to true");
      else if (actions !== UNKNOWN && actions.length === 0 && used === false) {
        deny("alarmActions names nothing; name an SNS topic, or let a composite alarm watch it");
      } else
        undecided(enabled === UNKNOWN ? "actionsEnabled" : actions === UNKNOWN ? "alarmActions" : "what watches it");
    }
  },
});
