import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({
  type: "aws:autoscaling/group:Group",
  props: { minSize: 2, maxSize: 4, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "groups that report nothing",
      resources: { web: group(), empty: group({ enabledMetrics: [] }) },
      says: {
        web: "enabledMetrics names none; list GroupDesiredCapacity, GroupInServiceInstances or others",
        empty: "enabledMetrics names none",
      },
    },
  ],
  allowed: [
    { title: "a group that reports something", resources: { web: group({ enabledMetrics: ["GroupTotalInstances"] }) } },
  ],
  undecided: [
    {
      title: "metrics that are not known",
      resources: { web: group({ enabledMetrics: UNKNOWN }) },
      says: { web: "enabledMetrics" },
    },
  ],
};
