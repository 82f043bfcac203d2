import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (version: unknown, supportType: unknown = "STANDARD") => ({
  type: "aws:eks/cluster:Cluster",
  props: { version, upgradePolicy: { supportType } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a version that is too old, or not named",
      resources: { old: cluster("1.29"), silent: cluster(undefined) },
      says: {
        old: 'version is "1.29"; set it to one in standard support (1.34, 1.35, 1.36)',
        silent: "version is not set, so nobody decides when it changes; name one",
      },
    },
    {
      title: "a cluster that does not say what happens when support ends",
      resources: { shop: { type: "aws:eks/cluster:Cluster", props: { version: "1.35" } } },
      says: { shop: 'upgradePolicy.supportType is not set; set it to "STANDARD" or "EXTENDED"' },
    },
  ],
  allowed: [
    {
      title: "a version in standard support, also one that is newer than the list",
      resources: { listed: cluster("1.35", "EXTENDED"), newer: cluster("1.38") },
    },
    { title: "a version of another list", settings: { versions: ["1.29"] }, resources: { shop: cluster("1.29") } },
  ],
  undecided: [
    {
      title: "a version or a policy that is not known",
      resources: { version: cluster(UNKNOWN), policy: cluster("1.35", UNKNOWN) },
      says: { version: "version is not known yet", policy: "upgradePolicy.supportType is not known yet" },
    },
  ],
};
