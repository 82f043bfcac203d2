import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const budget = (notifications: unknown, props: object = {}) => ({
  type: "aws:budgets/budget:Budget",
  props: { budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "100", limitUnit: "USD", notifications, ...props },
});
const notification = (
  notificationType: unknown,
  subscribers: object = { subscriberEmailAddresses: ["a@example.com"] },
) => ({
  comparisonOperator: "GREATER_THAN",
  threshold: 80,
  thresholdType: "PERCENTAGE",
  notificationType,
  ...subscribers,
});
const topic = { type: "aws:sns/topic:Topic", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "a budget that tells nobody",
      resources: { silent: budget(undefined), empty: budget([]) },
      says: {
        silent: "no notification of type ACTUAL or FORECASTED has a subscriber; add an address or an SNS topic",
        empty: "type ACTUAL or FORECASTED",
      },
    },
    {
      title: "a budget without a forecast, or with a forecast alone",
      resources: { late: budget([notification("ACTUAL")]), early: budget([notification("FORECASTED")]) },
      says: { late: "no notification of type FORECASTED has", early: "no notification of type ACTUAL has" },
    },
    {
      title: "notifications without subscribers",
      resources: { a: budget([notification("ACTUAL"), notification("FORECASTED", { subscriberSnsTopicArns: [] })]) },
      says: { a: "no notification of type FORECASTED has a subscriber" },
    },
    {
      title: "a budget for reservations that tells nobody",
      resources: { a: budget([], { budgetType: "RI_UTILIZATION" }) },
      says: { a: "no notification of type ACTUAL has" },
    },
  ],
  allowed: [
    {
      title: "a budget that tells of both, by mail and by a topic",
      resources: {
        topic,
        a: budget([
          notification("ACTUAL"),
          notification("FORECASTED", { subscriberSnsTopicArns: [ref("topic", "arn")] }),
        ]),
      },
    },
    {
      title: "budgets of which AWS makes no forecast",
      resources: {
        daily: budget([notification("ACTUAL")], { timeUnit: "DAILY" }),
        plans: budget([notification("ACTUAL")], { budgetType: "SAVINGS_PLANS_COVERAGE" }),
      },
    },
  ],
  undecided: [
    {
      title: "notifications, types or subscribers that are not known",
      resources: {
        list: budget(UNKNOWN),
        type: budget([notification("ACTUAL"), notification(UNKNOWN)]),
        subscribers: budget([
          notification("ACTUAL"),
          notification("FORECASTED", { subscriberEmailAddresses: UNKNOWN }),
        ]),
      },
      says: {
        list: "notifications",
        type: "the type or the subscribers of a notification",
        subscribers: "the type or the subscribers of a notification",
      },
    },
  ],
};
