import { metricAlarmType } from "../facts/alarms";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const choices = ["breaching", "notBreaching", "ignore", "missing"];

export const alarmMissingData = rule({
  name: "alarm-missing-data",
  displayName: "Alarms say what silence means",
  description: "Every metric alarm states what it makes of data that are missing.",
  why: "A server that is down sends no data, and AWS by default takes neither side, so that such an alarm may never go off.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
  remediationSteps:
    'Set treatMissingData: "breaching" where silence is a fault, "notBreaching" where nothing to count is good news.',
  controls: {},
  types: [metricAlarmType],
  resource({ resource: { props }, deny, undecided }) {
    const treatment = asText(at(props, "treatMissingData"));
    if (treatment === UNKNOWN) undecided("treatMissingData");
    else if (treatment === undefined || !choices.includes(treatment)) {
      deny(`treatMissingData is ${shown(treatment)}; set it to one of ${choices.join(", ")}`);
    }
  },
});
