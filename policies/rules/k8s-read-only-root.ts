import { judgePods, podRunsWindows, workloadTypes } from "../facts/kubernetes-workloads";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const k8sReadOnlyRoot = rule({
  name: "k8s-read-only-root",
  displayName: "Containers of Kubernetes cannot change their image",
  description: "Every container of a pod has a root file system that it can only read.",
  why: "An intruder who cannot write leaves no tools behind, and cannot change the application.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/pod-security.html",
  remediationSteps:
    "Set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where the container must write, such as /tmp.",
  controls: {},
  types: workloadTypes,
  resource({ resource, deny, undecided }) {
    judgePods(resource, { undecided }, ({ place, container }, pod) => {
      if (podRunsWindows(pod)) return;
      const readOnly = asBoolean(at(container, "securityContext", "readOnlyRootFilesystem"));
      if (readOnly === UNKNOWN) undecided(`the readOnlyRootFilesystem of ${place}`);
      else if (!readOnly) deny(`${place} can write to its root file system; set readOnlyRootFilesystem to true`);
    });
  },
});
