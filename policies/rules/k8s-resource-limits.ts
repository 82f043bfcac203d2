import { judgePods, workloadTypes } from "../facts/kubernetes-workloads";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** What must be stated, and where. A limit is a request too where none is stated. */
const wanted: Record<string, readonly string[]> = {
  "limits.memory": ["limits", "memory"],
  "requests.cpu": ["requests", "cpu"],
};

export const k8sResourceLimits = rule({
  name: "k8s-resource-limits",
  displayName: "Containers of Kubernetes have their share and no more",
  description: "Every container of a pod states how much memory it may use and how much CPU it needs.",
  why: "Without a limit one container can take the memory of its node; without a request the scheduler crowds pods where no CPU is left.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/data-plane.html",
  remediationSteps:
    "Set resources.limits.memory and resources.requests.cpu on each container, or on the pod as a whole.",
  controls: {},
  types: workloadTypes,
  resource({ resource, deny, undecided }) {
    judgePods(resource, { undecided }, ({ place, container }, { spec }) => {
      for (const [property, path] of Object.entries(wanted)) {
        const places = [path, ["limits", ...path.slice(1)]].flatMap((steps) => [
          at(container, "resources", ...steps),
          at(spec, "resources", ...steps),
        ]);
        if (places.some((value) => value !== undefined && value !== UNKNOWN)) continue;
        if (places.includes(UNKNOWN)) undecided(`the resources of ${place}`);
        else deny(`${place} has no resources.${property}; state it`);
      }
    });
  },
});
