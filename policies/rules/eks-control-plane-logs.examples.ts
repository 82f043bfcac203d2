import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (enabledClusterLogTypes?: unknown) => ({
  type: "aws:eks/cluster:Cluster",
  props: { enabledClusterLogTypes },
});

export const examples: Examples = {
  denied: [
    {
      title: "a cluster without logs, or without the audit trail",
      resources: { silent: cluster(), api: cluster(["api"]) },
      says: {
        silent: "enabledClusterLogTypes lacks audit; add it",
        api: "enabledClusterLogTypes lacks audit",
      },
    },
    {
      title: "types that the house wants too",
      settings: { types: ["audit", "api", "authenticator"] },
      resources: { shop: cluster(["audit"]) },
      says: { shop: "enabledClusterLogTypes lacks api, authenticator" },
    },
  ],
  allowed: [{ title: "a cluster that logs who did what", resources: { shop: cluster(["api", "audit"]) } }],
  undecided: [
    {
      title: "types that are not known",
      resources: { all: cluster(UNKNOWN), one: cluster(["api", UNKNOWN]) },
      says: { all: "enabledClusterLogTypes is not known yet", one: "enabledClusterLogTypes is not known yet" },
    },
  ],
};
