import type { Group } from "../group";
import { allowedAccounts } from "../rules/allowed-accounts";
import { allowedRegions } from "../rules/allowed-regions";
import { allowedResourceTypes } from "../rules/allowed-resource-types";
import { nameConvention } from "../rules/name-convention";
import { noDeprecatedTypes } from "../rules/no-deprecated-types";
import { noProviderStaticKeys } from "../rules/no-provider-static-keys";
import { requiredTags } from "../rules/required-tags";
import { tagKeysClean } from "../rules/tag-keys-clean";
import { tagValues } from "../rules/tag-values";

/** Tags and names, and where things may be made, and as what. */
export const tagsAndPlacement: Group = {
  title: "Tags and placement",
  rules: [
    allowedAccounts,
    allowedRegions,
    allowedResourceTypes,
    nameConvention,
    noDeprecatedTypes,
    noProviderStaticKeys,
    requiredTags,
    tagKeysClean,
    tagValues,
  ],
};
