import { judgePods, podSpecs, workloadTypes } from "../facts/kubernetes-workloads";
import { asBoolean, asList, asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const k8sNoHostNamespaces = rule({
  name: "k8s-no-host-namespaces",
  displayName: "Pods keep off the network and processes of their node",
  description: "No pod shares its node's network, processes or memory between processes, nor takes a port of the node.",
  why: "Such a pod sees the network, the processes or the memory of its node, and through them other pods and the node's credentials.",
  severity: "high",
  level: "mandatory",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  remediationSteps: "Remove hostNetwork, hostPID, hostIPC and hostPort; let a Service or an Ingress bring the traffic.",
  controls: {},
  types: workloadTypes,
  resource({ resource, deny, undecided }) {
    for (const { spec, path } of podSpecs(resource)) {
      for (const property of ["hostNetwork", "hostPID", "hostIPC"]) {
        const stated = asBoolean(at(spec, property));
        if (stated === UNKNOWN) undecided(`${path}.${property}`);
        else if (stated) deny(`${path}.${property} is true; remove it`);
      }
    }
    judgePods(resource, { undecided }, ({ place, container }) => {
      const ports = asList(at(container, "ports"));
      if (ports === UNKNOWN) return undecided(`the ports of ${place}`);
      for (const port of ports) {
        const hostPort = asNumber(at(port, "hostPort"));
        if (hostPort === UNKNOWN) undecided(`the hostPort of ${place}`);
        else if (hostPort !== undefined && hostPort !== 0)
          deny(`${place} takes port ${hostPort} of its node; remove hostPort`);
      }
    });
  },
});
