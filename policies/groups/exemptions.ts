import type { Group } from "../group";
import { exemptionHasReason } from "../rules/exemption-has-reason";
import { exemptionNotExpired } from "../rules/exemption-not-expired";
import { exemptionNotForCritical } from "../rules/exemption-not-for-critical";
import { exemptionUsed } from "../rules/exemption-used";
import { unknownsBudget } from "../rules/unknowns-budget";

/** The accepted findings of a stack, and what could not be decided; the last group, for it tells what the others met. */
export const exemptions: Group = {
  title: "Exemptions and what is undecided",
  rules: [exemptionHasReason, exemptionNotExpired, exemptionNotForCritical, exemptionUsed, unknownsBudget],
};
