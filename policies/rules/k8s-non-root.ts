import { judgePods, podRunsWindows, securityContext, workloadTypes } from "../facts/kubernetes-workloads";
import { asBoolean, asNumber, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const k8sNonRoot = rule({
  name: "k8s-non-root",
  displayName: "Containers of Kubernetes do not run as root",
  description: "Every container of a pod runs as a user other than root.",
  why: "An intruder who is root can change everything in the container, and is closer to getting out of it.",
  severity: "medium",
  level: "advisory",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  remediationSteps: "Set securityContext.runAsNonRoot to true, with a runAsUser where the image names no numeric user.",
  controls: {},
  types: workloadTypes,
  resource({ resource, deny, undecided }) {
    judgePods(resource, { undecided }, (container, pod) => {
      if (podRunsWindows(pod)) return;
      const user = asNumber(securityContext(container, pod, "runAsUser"));
      const nonRoot = asBoolean(securityContext(container, pod, "runAsNonRoot"));
      if (user === 0) deny(`${container.place} has runAsUser 0, which is root; name another user`);
      else if (nonRoot === true || typeof user === "number") return;
      else if (user === UNKNOWN || nonRoot === UNKNOWN) undecided(`the user of ${container.place}`);
      else deny(`${container.place} may run as root; set securityContext.runAsNonRoot to true`);
    });
  },
});
