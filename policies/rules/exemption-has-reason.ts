import { rule } from "../rule";
import { integer } from "../settings";

export const exemptionHasReason = rule({
  name: "exemption-has-reason",
  displayName: "Exemptions say what, why, who and until when",
  description: "Every exemption of the stack file names a policy, a resource, a reason, an approver and a last day.",
  why: "What says neither why, nor who, nor until when cannot be reviewed, and stays for ever.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Workflow.html",
  remediationSteps:
    "Give the entry of tierwork:exemptions policy, resource, reason, approvedBy and expires; quote the day in YAML.",
  controls: {},
  settings: { minLength: integer(10, "The fewest characters that a reason has.", { minimum: 1 }) },
  types: [],
  stack({ run: { exemptions }, settings, onStack }) {
    for (const sentence of exemptions.malformed) onStack.deny(sentence);
    for (const { title, exemption } of exemptions.listed) {
      if (exemption.reason.length >= settings.minLength) continue;
      onStack.deny(
        `${title}: the reason is "${exemption.reason}"; say why in ${settings.minLength} characters or more`,
      );
    }
  },
});
