import { z } from "zod";

const count = z.number();
const text = z.string();

/** The groups of the people who work in an account. */
export const accessGroups = z.union(
  [
    z.literal("none"),
    z.strictObject({
      groups: z.array(z.enum(["admin", "developer", "auditor", "billing"])).optional(),
      developerTag: z.strictObject({ key: text, value: text }).optional(),
    }),
  ],
  { error: 'must be "none" or a map with groups (of admin, developer, auditor, billing) or developerTag (key, value)' },
);

/** What a password of an IAM user must be. */
export const passwordPolicy = z.union(
  [
    z.literal("unchanged"),
    z.strictObject({
      minimumLength: count.optional(),
      reusePrevention: count.optional(),
      maxAgeDays: z.union([count, z.literal("never")]).optional(),
    }),
  ],
  { error: 'must be "unchanged" or a map with minimumLength, reusePrevention or maxAgeDays (a number or "never")' },
);

/** Who looks for access that nobody meant to give. */
export const accessAnalyzer = z.union([z.literal("none"), z.strictObject({ unusedAccessDays: count.optional() })], {
  error: 'must be "none" or a map with unusedAccessDays',
});

/** What holds in each region for all that is made there. */
export const guardRails = z.strictObject({
  ebsEncryption: z.enum(["awsManagedKey", "ownKey", "unchanged"]).optional(),
  snapshotBlockPublicAccess: z.enum(["block-all-sharing", "block-new-sharing", "unchanged"]).optional(),
  imageBlockPublicAccess: z.enum(["block-new-sharing", "unchanged"]).optional(),
  allowedImages: z.strictObject({ state: z.enum(["enabled", "audit-mode"]), providers: z.array(text) }).optional(),
  instanceMetadata: z
    .union([z.literal("unchanged"), z.strictObject({ hopLimit: count.optional() })], {
      error: 'must be "unchanged" or a map with hopLimit',
    })
    .optional(),
  serialConsole: z.enum(["off", "unchanged"]).optional(),
  vpcBlockPublicAccess: z.enum(["off", "block-ingress", "block-bidirectional"]).optional(),
  cpuCredits: z.enum(["standard", "unlimited"]).optional(),
  containerInsights: z.enum(["enhanced", "enabled", "disabled"]).optional(),
  tagResourceAuthorization: z.enum(["on", "off"]).optional(),
  imageScanning: z.enum(["basic", "enhanced"]).optional(),
});
