import type { Group } from "../group";
import { exemptionHasReason } from "../rules/exemption-has-reason";
import { exemptionNotExpired } from "../rules/exemption-not-expired";
import { exemptionNotForCritical } from "../rules/exemption-not-for-critical";
import { exemptionUsed } from "../rules/exemption-used";
import { packSettingsKnown } from "../rules/pack-settings-known";
import { unknownsBudget } from "../rules/unknowns-budget";

/** Exemptions, settings, and what could not be decided; the last group, for it tells what the others met. */
export const packItself: Group = {
  title: "The pack itself",
  rules: [
    exemptionHasReason,
    exemptionNotExpired,
    exemptionNotForCritical,
    exemptionUsed,
    packSettingsKnown,
    unknownsBudget,
  ],
};
