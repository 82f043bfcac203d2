import { openStatements } from "../facts/policy-statements";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const permissionType = "aws:cloudwatch/eventPermission:EventPermission";

export const eventBusNotOpen = rule({
  name: "event-bus-not-open",
  displayName: "No event bus is open to everyone",
  description:
    "No policy of an event bus of EventBridge lets everyone send events, unless a condition ties the request to an organisation, an account or a resource.",
  why: "Anybody with an AWS account could otherwise send forged events on which your rules act.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
  remediationSteps: "Name accounts or services as the principal, or add a condition on aws:PrincipalOrgID.",
  controls: {},
  types: ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", permissionType],
  resource({ resource: { type, props }, deny, undecided }) {
    if (type === permissionType) {
      const principal = asText(at(props, "principal"));
      const limit = asText(at(props, "condition", "value"));
      if (limit !== undefined && limit !== UNKNOWN && /[^*?]/.test(limit)) return;
      if (principal === UNKNOWN) undecided("principal");
      else if (principal === "*" && limit !== UNKNOWN) {
        deny('principal is "*"; name an account, or set condition to aws:PrincipalOrgID of yours');
      } else if (principal === "*" && at(props, "condition") === UNKNOWN) undecided("condition");
      return;
    }
    const open = openStatements(at(props, "policy"));
    if (open === UNKNOWN) undecided("policy");
    else for (const { place } of open) deny(`${place} of policy lets everyone in; name accounts or services`);
  },
});
