import type { types } from "@pulumi/kubernetes";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import type * as pulumi from "@pulumi/pulumi";
import type { Service } from "../service";
import { orderOf } from "./container-order";
import { containerSpec, userOf } from "./container-spec";
import type { Identity } from "./identity";
import { podVolumes } from "./pod-volumes";
import { labelsOf, type Workload } from "./workload";

/** The pods, and how many of them may be away at a time. */
export function deployment(
  workload: Workload,
  namespace: pulumi.Input<string>,
  { serviceAccount, granted }: Identity,
  dependsOn: readonly pulumi.Resource[],
): Deployment {
  const { name, service, opts } = workload;
  const { desiredCount, rollout, healthCheckGraceSeconds } = service;
  const labels = labelsOf(name);
  new PodDisruptionBudget(
    `${name}-budget`,
    {
      metadata: { name, namespace },
      spec: {
        selector: { matchLabels: labels },
        maxUnavailable: "25%",
        // What does not work anyway must not hold up a node that is to go.
        unhealthyPodEvictionPolicy: "AlwaysAllow",
      },
    },
    opts,
  );
  return new Deployment(
    `${name}-deployment`,
    {
      metadata: { name, namespace, labels },
      spec: {
        replicas: desiredCount,
        selector: { matchLabels: labels },
        strategy: {
          type: "RollingUpdate",
          rollingUpdate: {
            maxSurge: `${rollout.maxHealthyPercent - 100}%`,
            maxUnavailable: `${100 - rollout.minHealthyPercent}%`,
          },
        },
        progressDeadlineSeconds: 600 + healthCheckGraceSeconds,
        revisionHistoryLimit: 5,
        template: { metadata: { labels }, spec: podSpec(workload, namespace, serviceAccount.metadata.name) },
      },
    },
    {
      ...opts,
      // The HPA says how many there are.
      ignoreChanges: ["spec.replicas"],
      // The first pods wait for nodes, and those for instances.
      customTimeouts: { create: "20m", update: "20m" },
      dependsOn: [...granted, ...dependsOn],
    },
  );
}

function podSpec(
  workload: Workload,
  namespace: pulumi.Input<string>,
  serviceAccountName: pulumi.Input<string>,
): types.input.core.v1.PodSpec {
  const { name, service, images } = workload;
  const { containers, architecture, volumes } = service;
  const { first, last } = orderOf(containers);
  const spec = (container: Service["containers"][number], gates: boolean) =>
    containerSpec(container, { service, image: images[container.name]?.uri ?? "", secretName: name, gates });
  const [only] = containers.length === 1 ? containers : [];
  const group = service.entry?.container ?? containers[0];
  const spread = { maxSkew: 1, labelSelector: { matchLabels: labelsOf(name) }, matchLabelKeys: ["pod-template-hash"] };
  return {
    serviceAccountName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    nodeSelector: { "kubernetes.io/arch": architecture === "arm64" ? "arm64" : "amd64" },
    initContainers: first.map(({ container, ends, gates }) =>
      ends ? oneShot(spec(container, false)) : { ...spec(container, gates), restartPolicy: "Always" },
    ),
    containers: last.map((container) => spec(container, false)),
    // The pod's own first process reaps orphans where there is no other container for it to look into.
    shareProcessNamespace: only?.initProcess === true,
    securityContext: {
      runAsNonRoot: containers.every((container) => userOf(container).uid !== 0),
      seccompProfile: { type: "RuntimeDefault" },
      ...(group &&
        Object.keys(volumes).length > 0 && { fsGroup: userOf(group).gid, fsGroupChangePolicy: "OnRootMismatch" }),
    },
    // A zone that is lost takes as few pods as can be; a full zone must not get more while another has fewer.
    topologySpreadConstraints: [
      { ...spread, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "DoNotSchedule" },
      { ...spread, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway" },
    ],
    terminationGracePeriodSeconds: graceSeconds(service),
    volumes: podVolumes(workload, namespace),
  };
}

/** What ends is not asked how it is. */
function oneShot(container: types.input.core.v1.Container): types.input.core.v1.Container {
  const { livenessProbe: _live, readinessProbe: _ready, startupProbe: _start, lifecycle: _life, ...rest } = container;
  return rest;
}

/** Time for requests under way, and then from SIGTERM to SIGKILL for the slowest. */
function graceSeconds({ balancing, deregistrationDelaySeconds, containers }: Service): number {
  const drain = balancing === "none" ? 0 : deregistrationDelaySeconds;
  return drain + Math.max(1, ...containers.map(({ stopTimeoutSeconds }) => stopTimeoutSeconds));
}
