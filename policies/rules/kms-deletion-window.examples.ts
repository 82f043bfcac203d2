import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:kms/${type}`, props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a short wait, a key that is off, and a policy that may lock the account out",
      resources: {
        short: of("key:Key", { deletionWindowInDays: "7" }),
        off: of("key:Key", { isEnabled: false }),
        replica: of("replicaKey:ReplicaKey", { enabled: "false", deletionWindowInDays: 10 }),
        locked: of("key:Key", { bypassPolicyLockoutSafetyCheck: true }),
        apart: of("keyPolicy:KeyPolicy", { bypassPolicyLockoutSafetyCheck: true }),
      },
      says: {
        short: "deletionWindowInDays is 7; set it to 30",
        off: "isEnabled is false; set it to true",
        replica: "deletionWindowInDays is 10; set it to 30, enabled is false; set it to true",
        locked: "bypassPolicyLockoutSafetyCheck is true; set it to false",
        apart: "bypassPolicyLockoutSafetyCheck is true; set it to false",
      },
    },
  ],
  allowed: [
    {
      title: "what AWS does when nothing is said",
      resources: {
        bare: of("key:Key", {}),
        imported: of("externalKey:ExternalKey", {}),
        apart: of("keyPolicy:KeyPolicy", {}),
      },
    },
    {
      title: "a wait as long as is set",
      settings: { days: 14 },
      resources: { short: of("key:Key", { deletionWindowInDays: 14, isEnabled: true }) },
    },
  ],
  undecided: [
    {
      title: "values that are not known",
      resources: {
        wait: of("key:Key", { deletionWindowInDays: UNKNOWN }),
        apart: of("keyPolicy:KeyPolicy", { bypassPolicyLockoutSafetyCheck: UNKNOWN }),
      },
      says: {
        wait: "deletionWindowInDays is not known yet",
        apart: "bypassPolicyLockoutSafetyCheck is not known yet",
      },
    },
  ],
};
