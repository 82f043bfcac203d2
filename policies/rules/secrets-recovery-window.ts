import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const secretsRecoveryWindow = rule({
  name: "secrets-recovery-window",
  displayName: "A removed secret can be had back",
  description: "In production a secret of Secrets Manager that is removed waits before it is gone for good.",
  why: "A secret that is deleted at once cannot be had back, and what reads it fails until a new one is everywhere.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  remediationSteps: "Leave recoveryWindowInDays out, which is 30 days, or set it to 7 or more.",
  controls: {},
  types: ["aws:secretsmanager/secret:Secret"],
  resource({ resource, deny, undecided }) {
    // Thirty days unless something else is said; AWS takes 0 or 7 to 30.
    const days = asNumber(at(resource.props, "recoveryWindowInDays"));
    if (days === UNKNOWN) undecided("recoveryWindowInDays");
    else if (days === 0) deny("recoveryWindowInDays is 0; leave it out or set it to 7 or more");
  },
  remediate({ props }) {
    return asNumber(at(props, "recoveryWindowInDays")) === 0 ? [{ path: ["recoveryWindowInDays"], value: 30 }] : [];
  },
});
