import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (settings?: unknown) => ({ type: "aws:ecs/cluster:Cluster", props: { settings } });

export const examples: Examples = {
  denied: [
    {
      title: "a cluster that says nothing of it, or no",
      resources: { silent: cluster(), off: cluster([{ name: "containerInsights", value: "disabled" }]) },
      says: {
        silent: 'the setting containerInsights is not set; set it to "enhanced"',
        off: 'the setting containerInsights is "disabled"',
      },
    },
  ],
  allowed: [
    {
      title: "a cluster that measures, in either way",
      resources: {
        enhanced: cluster([{ name: "containerInsights", value: "enhanced" }]),
        enabled: cluster([{ name: "containerInsights", value: "enabled" }]),
      },
    },
  ],
  undecided: [
    {
      title: "settings that are not known",
      resources: {
        all: cluster(UNKNOWN),
        value: cluster([{ name: "containerInsights", value: UNKNOWN }]),
        name: cluster([{ name: UNKNOWN, value: "enhanced" }]),
      },
      says: { all: "settings is not known yet", value: "settings", name: "settings" },
    },
  ],
};
