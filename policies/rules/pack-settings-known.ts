import { rule } from "../rule";

export const packSettingsKnown = rule({
  name: "pack-settings-known",
  displayName: "The pack's config holds settings that there are",
  description:
    "Every setting in the config of the policy pack is one that its policy has; a misspelt one has no effect.",
  why: "Somebody believes in a limit or an exception that the policy has never seen.",
  severity: "medium",
  level: "mandatory",
  url: "https://www.pulumi.com/docs/insights/policy/policy-packs/configuration/",
  remediationSteps: "Correct or remove the setting; docs/policies lists those that each policy has.",
  controls: {},
  types: [],
  stack({ run, onStack }) {
    for (const sentence of run.strangeSettings.take()) onStack.deny(sentence);
  },
});
