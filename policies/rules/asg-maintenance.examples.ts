import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (instanceMaintenancePolicy?: unknown) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 4, instanceMaintenancePolicy },
});

export const examples: Examples = {
  denied: [
    {
      title: "groups without a policy, or whose policy is taken away",
      resources: { web: group(), api: group({ minHealthyPercentage: -1, maxHealthyPercentage: -1 }) },
      says: {
        web: "instanceMaintenancePolicy is not set; set it with minHealthyPercentage",
        api: "instanceMaintenancePolicy is not set",
      },
    },
    {
      title: "a policy that lets half of the group go",
      resources: { web: group({ minHealthyPercentage: "50", maxHealthyPercentage: 100 }) },
      says: { web: "instanceMaintenancePolicy.minHealthyPercentage is 50; set it to 90 or more" },
    },
  ],
  allowed: [
    {
      title: "policies that keep nearly all of it",
      resources: {
        web: group({ minHealthyPercentage: 100, maxHealthyPercentage: 120 }),
        api: group({ minHealthyPercentage: "90", maxHealthyPercentage: 110 }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy, or a percentage, that is not known",
      resources: { web: group(UNKNOWN), api: group({ minHealthyPercentage: UNKNOWN, maxHealthyPercentage: 120 }) },
      says: {
        web: "instanceMaintenancePolicy is not known yet",
        api: "instanceMaintenancePolicy.minHealthyPercentage is not known yet",
      },
    },
  ],
};
