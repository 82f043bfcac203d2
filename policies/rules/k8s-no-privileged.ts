import { judgePods, securityContext, workloadTypes } from "../facts/kubernetes-workloads";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const k8sNoPrivileged = rule({
  name: "k8s-no-privileged",
  displayName: "Containers of Kubernetes are not privileged",
  description: "No container of a pod has the rights of its node's root user, nor those of a Windows host process.",
  why: "Who breaks into a privileged container has the node, and with it every other pod there.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/pod-security.html",
  remediationSteps: "Remove privileged; give the container the one capability that it needs in securityContext.",
  controls: {},
  types: workloadTypes,
  resource({ resource, deny, undecided }) {
    judgePods(resource, { undecided }, (container, pod) => {
      const context = {
        privileged: at(container.container, "securityContext", "privileged"),
        "windowsOptions.hostProcess": at(securityContext(container, pod, "windowsOptions"), "hostProcess"),
      };
      for (const [property, value] of Object.entries(context)) {
        const stated = asBoolean(value);
        if (stated === UNKNOWN) undecided(`securityContext of ${container.place}`);
        else if (stated) deny(`${container.place} has securityContext.${property} true; remove it`);
      }
    });
  },
});
