import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const alarm = (props: object = {}) => ({ type: "aws:cloudwatch/metricAlarm:MetricAlarm", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "alarms that leave silence to the default, or misspell it",
      resources: { silent: alarm(), wrong: alarm({ treatMissingData: "notbreaching" }) },
      says: {
        silent: "treatMissingData is not set; set it to one of breaching, notBreaching, ignore, missing",
        wrong: 'treatMissingData is "notbreaching"',
      },
    },
  ],
  allowed: [
    {
      title: "alarms that say what silence means, be it what they would do anyway",
      resources: { a: alarm({ treatMissingData: "breaching" }), b: alarm({ treatMissingData: "missing" }) },
    },
  ],
  undecided: [
    {
      title: "a treatment that is not known",
      resources: { web: alarm({ treatMissingData: UNKNOWN }) },
      says: { web: "treatMissingData" },
    },
  ],
};
