import assert from "node:assert/strict";
import * as kubernetes from "@pulumi/kubernetes";
import { podContainers, podSpecs, workloadTypes } from "../../../policies/facts/kubernetes-workloads";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

describe("workloads of Kubernetes", () => {
  it("are types that the SDK has", () => {
    const missing = workloadTypes.filter((type) => {
      const [, api = "", kind = ""] = type.split(":");
      const found = api
        .split("/")
        .reduce<unknown>((module, part) => (module as Record<string, unknown>)[part], kubernetes);
      return ((found as Record<string, unknown>)[kind] as { __pulumiType?: string })?.__pulumiType !== type;
    });
    assert.deepEqual(missing, []);
  });

  it("are all the types of the SDK that hold the specification of a pod", () => {
    const kinds = ["Pod", "PodTemplate", "ReplicationController", "Deployment", "StatefulSet", "DaemonSet"];
    const wanted = new Set([...kinds, "ReplicaSet", "Job", "CronJob"].flatMap((kind) => [kind, `${kind}List`]));
    const groups = [kubernetes.core, kubernetes.apps, kubernetes.batch, kubernetes.extensions];
    const types = groups
      .flatMap((group) => Object.values(group) as Record<string, { __pulumiType?: string }>[])
      .flatMap((version) => Object.entries(version))
      .filter(([kind, { __pulumiType }]) => wanted.has(kind) && __pulumiType !== undefined)
      .map(([, { __pulumiType }]) => __pulumiType);
    assert.deepEqual(types.sort(), [...workloadTypes].sort());
  });

  it("hold containers of three kinds, by name or by place", () => {
    const spec = { initContainers: [{ name: "first" }], containers: [{ name: "web" }, {}], ephemeralContainers: [{}] };
    const [pod] = podSpecs(fake("kubernetes:core/v1:Pod", "pod", { spec }));
    assert(pod);
    const containers = podContainers(pod);
    assert(containers !== UNKNOWN);
    assert.deepEqual(
      containers.map(({ place }) => place),
      ['container "first"', 'container "web"', "spec.containers[1]", "spec.ephemeralContainers[0]"],
    );
  });
});
