import { allOf, anyOf, known } from "../facts/three-valued";
import { asList, asText, at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const budgetNotifications = rule({
  name: "budget-notifications",
  displayName: "Budgets tell somebody in time",
  description:
    "Every budget notifies a subscriber of what is spent, and every budget for cost or usage also of what is forecast.",
  why: "A budget that tells nobody is a number in a table, and one that tells only of what is spent tells too late.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html",
  remediationSteps:
    "Add a notification of notificationType ACTUAL and one of FORECASTED, each with an address or an SNS topic.",
  controls: {},
  types: ["aws:budgets/budget:Budget"],
  resource({ resource: { props }, deny, undecided }) {
    const notifications = asList(at(props, "notifications"));
    if (notifications === UNKNOWN) return undecided("notifications");
    const missing = kindsFor(props).filter((kind) => {
      const told = anyOf(notifications.map((notification) => tells(notification, kind)));
      if (told === UNKNOWN) undecided("the type or the subscribers of a notification");
      return told === false;
    });
    if (missing.length > 0) {
      deny(`no notification of type ${missing.join(" or ")} has a subscriber; add an address or an SNS topic`);
    }
  },
});

/**
 * Only cost and usage are forecast, and not from one day to the next.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
 */
function kindsFor(props: unknown): string[] {
  const [type, unit] = [asText(at(props, "budgetType")), asText(at(props, "timeUnit"))];
  const isForecast = (type === "COST" || type === "USAGE") && unit !== "DAILY" && unit !== UNKNOWN;
  return isForecast ? ["ACTUAL", "FORECASTED"] : ["ACTUAL"];
}

function tells(notification: unknown, kind: string): boolean | Unknown {
  const subscribers = ["subscriberEmailAddresses", "subscriberSnsTopicArns"].map((property) => {
    const list = asList(at(notification, property));
    return list === UNKNOWN ? UNKNOWN : list.length > 0;
  });
  return allOf([known(asText(at(notification, "notificationType")), (type) => type === kind), anyOf(subscribers)]);
}
