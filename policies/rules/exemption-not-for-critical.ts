import { rule } from "../rule";

export const exemptionNotForCritical = rule({
  name: "exemption-not-for-critical",
  displayName: "Critical policies are not exempted by the stack",
  description: "No exemption of the stack file is for a critical policy: only the owner of the pack may grant one.",
  why: "Otherwise whoever opens a port to the world could grant themselves the exemption in the same change.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Workflow.html",
  remediationSteps: "Fix the finding, or ask the owner of the policy pack for an entry in the policy's own config.",
  controls: {},
  types: [],
  stack({ run: { exemptions }, onStack }) {
    for (const { title, critical } of exemptions.listed) {
      if (critical) onStack.deny(`${title} is for a critical policy; move it to the config of the policy pack`);
    }
  },
});
