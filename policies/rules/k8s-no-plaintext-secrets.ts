import { judgePods, workloadTypes } from "../facts/kubernetes-workloads";
import { plainSecret, secretSettings } from "../facts/plain-secrets";
import { asList, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const k8sNoPlaintextSecrets = rule({
  name: "k8s-no-plaintext-secrets",
  displayName: "Pods hold no secrets in plain text",
  description: "No secret stands in the environment, command or arguments of a container.",
  why: "Everyone who may read workloads in the namespace reads them, in old revisions too.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/data-encryption-and-secrets-management.html",
  remediationSteps:
    "Keep the value in Secrets Manager or a Kubernetes Secret and name it in valueFrom, or mount it as a file. Replace what was written here: it stands in the state and in every revision of the workload.",
  controls: {},
  settings: secretSettings,
  types: workloadTypes,
  resource({ resource, settings, deny, undecided }) {
    judgePods(resource, { undecided }, ({ place, container }) => {
      const variables = asList(at(container, "env"));
      if (variables === UNKNOWN) return undecided(`the env of ${place}`);
      for (const variable of variables) {
        const name = asText(at(variable, "name"));
        const value = asText(at(variable, "value"));
        const called = typeof name === "string" ? name : "env";
        if (value === UNKNOWN) undecided(`${called} of ${place}`);
        const reason = typeof value === "string" && plainSecret(called, value, settings);
        if (reason) deny(`${place}: ${called} ${reason}; name it in valueFrom`);
      }
      for (const property of ["command", "args"]) {
        const words = asList(at(container, property));
        for (const word of words === UNKNOWN ? [UNKNOWN] : words) {
          if (word === UNKNOWN) undecided(`the ${property} of ${place}`);
          const reason = typeof word === "string" && plainSecret("", word, settings);
          if (reason) deny(`${place}: ${property} ${reason}; name it in valueFrom of a variable`);
        }
      }
    });
  },
});
