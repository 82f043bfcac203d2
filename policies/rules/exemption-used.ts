import { rule } from "../rule";

export const exemptionUsed = rule({
  name: "exemption-used",
  displayName: "Exemptions are needed",
  description: "Every exemption of the stack file meets a finding; one that meets none would hide the next.",
  why: "It mostly stands for a resource that is gone or was renamed, and nobody notices what it would cover next.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Workflow.html",
  remediationSteps: "Remove the exemption, or correct the name of the resource that it is for.",
  controls: {},
  types: [],
  stack({ run: { exemptions }, onStack }) {
    for (const { title, used } of exemptions.listed) {
      if (!used) onStack.deny(`${title} met no finding; remove it or correct its resource`);
    }
  },
});
