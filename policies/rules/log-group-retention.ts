import { logGroupType, retentionDays, retentionPeriods } from "../facts/log-groups";
import { at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

/** What Security Hub asks of every log group by default. */
const yearDays = 365;

export const logGroupRetention = rule({
  name: "log-group-retention",
  displayName: "Log groups expire their logs",
  description: "Every log group keeps its logs for a stated time, within bounds: without one it keeps them for ever.",
  why: "Logs that are kept for ever cost more each month, and those that go too soon are missing when something is found out late.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16",
  remediationSteps: "Set retentionInDays to as long as anybody will look back, such as 14, 90 or 365.",
  controls: {},
  settings: {
    minDays: integer(7, "The fewest days for which logs are kept.", { minimum: 1 }),
    maxDays: integer(3653, "The most days for which logs are kept.", { minimum: 1 }),
  },
  types: [logGroupType],
  resource({ resource: { props }, settings: { minDays, maxDays }, deny, undecided }) {
    const days = retentionDays(props);
    if (days === UNKNOWN) undecided("retentionInDays");
    else if (days === undefined) return;
    else if (days === Number.POSITIVE_INFINITY) {
      const stated = shown(at(props, "retentionInDays"));
      deny(`retentionInDays is ${stated}, so that logs never expire; set it to ${minDays} or more`);
    } else if (days < minDays) deny(`retentionInDays is ${days}; set it to ${minDays} or more`);
    else if (days > maxDays) deny(`retentionInDays is ${days}; set it to ${maxDays} or less`);
  },
  remediate({ props }, { minDays, maxDays }) {
    const days = retentionDays(props);
    if (typeof days !== "number" || (days >= minDays && days <= maxDays)) return [];
    const fitting = retentionPeriods.filter((period) => period >= minDays && period <= maxDays);
    const [shortest, longest] = [fitting[0], fitting.at(-1)];
    if (shortest === undefined || longest === undefined) return [];
    const year = fitting.find((period) => period >= yearDays) ?? longest;
    const value = days < minDays ? shortest : days === Number.POSITIVE_INFINITY ? year : longest;
    return [{ path: ["retentionInDays"], value }];
  },
});
