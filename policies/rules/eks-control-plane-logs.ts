import { clusterType } from "../facts/eks-endpoints";
import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const eksControlPlaneLogs = rule({
  name: "eks-control-plane-logs",
  displayName: "Clusters of EKS log who did what",
  description: "Every EKS cluster logs at least the audit trail of its API.",
  why: "EKS keeps no audit trail unless it is told to, and without one nobody can tell who did what in the cluster.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-8",
  remediationSteps:
    "List the types in enabledClusterLogTypes: api, audit, authenticator, controllerManager, scheduler.",
  controls: { fsbp: ["EKS.8"] },
  settings: { types: texts(["audit"], "The types of logs that a cluster must keep.") },
  types: [clusterType],
  resource({ resource, settings, deny, undecided }) {
    const enabled = asList(at(resource.props, "enabledClusterLogTypes"));
    if (enabled === UNKNOWN) return undecided("enabledClusterLogTypes");
    const missing = settings.types.filter((type) => !enabled.includes(type));
    if (missing.length === 0) return;
    if (enabled.includes(UNKNOWN)) undecided("enabledClusterLogTypes");
    else deny(`enabledClusterLogTypes lacks ${missing.join(", ")}; add it`);
  },
  remediate({ props }, { types }) {
    const enabled = asList(at(props, "enabledClusterLogTypes"));
    if (enabled === UNKNOWN || enabled.includes(UNKNOWN)) return [];
    const missing = types.filter((type) => !enabled.includes(type));
    return missing.length === 0 ? [] : [{ path: ["enabledClusterLogTypes"], value: [...enabled, ...missing] }];
  },
});
