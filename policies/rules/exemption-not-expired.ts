import { rule } from "../rule";
import { integer } from "../settings";

const dayLength = 24 * 60 * 60 * 1000;

export const exemptionNotExpired = rule({
  name: "exemption-not-expired",
  displayName: "Exemptions have not expired",
  description: "No exemption of the stack file is past its last day, and none is given for longer than is allowed.",
  why: "What was accepted for a time becomes the rule unless somebody looks at it again.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Workflow.html",
  remediationSteps: "Fix the finding and remove the exemption, or have it approved again with a new last day.",
  controls: {},
  settings: { maxDays: integer(365, "The most days that an exemption may still run.", { minimum: 1 }) },
  types: [],
  stack({ run: { exemptions }, settings, onStack }) {
    for (const { title, exemption } of exemptions.listed) {
      const days = (Date.parse(exemption.expires) - Date.parse(exemptions.context.today)) / dayLength;
      if (exemptions.isExpired(exemption)) onStack.deny(`${title} expired on ${exemption.expires}; renew or remove it`);
      else if (days > settings.maxDays) {
        onStack.deny(`${title} runs until ${exemption.expires}; let it end within ${settings.maxDays} days`);
      }
    }
  },
});
