import type { types } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Service, ServiceContainer } from "../service";
import { variableKey } from "./secrets";

type ContainerSpec = types.input.core.v1.Container;
type Probe = types.input.core.v1.Probe;

/** What a container needs to know of its pod. */
export interface PodView {
  readonly service: Service;
  readonly image: pulumi.Input<string>;
  /** The name of the Kubernetes secret that holds its variables. */
  readonly secretName: string;
  /** Whether another waits for its health. */
  readonly gates: boolean;
}

/** A container as Kubernetes takes it: without root, without more rights than it has, on a file system that it cannot write to. */
export function containerSpec(
  container: ServiceContainer,
  { service, image, secretName, gates }: PodView,
): ContainerSpec {
  const { name, port, environment, secrets, command, entryPoint, mounts, addCapabilities, readOnlyRoot } = container;
  const { uid, gid } = userOf(container);
  const isEntry = service.entry?.container.name === name;
  return {
    name,
    image,
    imagePullPolicy: "IfNotPresent",
    // Kubernetes calls the image's entry point a command, and its command arguments.
    command: entryPoint && [...entryPoint],
    args: command && [...command],
    ports: port === undefined ? undefined : [{ name: "app", containerPort: port, protocol: "TCP" }],
    env: [
      ...Object.entries(environment).map(([key, value]) => ({ name: key, value })),
      ...Object.keys(secrets).map((key) => ({
        name: key,
        valueFrom: { secretKeyRef: { name: secretName, key: variableKey(name, key) } },
      })),
    ],
    resources: resourcesOf(container, service),
    volumeMounts: [
      ...Object.entries(mounts).map(([volume, { path, readOnly = false }]) => ({
        name: volume,
        mountPath: path,
        readOnly,
      })),
      ...(Object.keys(secrets).length > 0 ? [{ name: "secrets", mountPath: "/mnt/secrets", readOnly: true }] : []),
    ],
    securityContext: {
      runAsUser: uid,
      runAsGroup: gid,
      runAsNonRoot: uid !== 0,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: readOnlyRoot,
      capabilities: { drop: ["ALL"], add: addCapabilities.length > 0 ? [...addCapabilities] : undefined },
    },
    ...(isEntry ? entryProbes(service, container) : ownProbes(container, gates)),
    lifecycle: isEntry ? draining(service) : undefined,
  };
}

/** The numbers of a user that is `uid` or `uid:gid`. */
export function userOf({ user }: ServiceContainer): { uid: number; gid: number } {
  const [uid = 0, gid = uid] = user.split(":").map(Number);
  return { uid, gid };
}

/** A container without a share of its own gets an equal part of what the others leave of the pod's size. */
function resourcesOf(container: ServiceContainer, { containers, cpu, memoryMiB }: Service) {
  const share = (total: number, own: (each: ServiceContainer) => number | undefined) => {
    const stated = containers.reduce((sum, each) => sum + (own(each) ?? 0), 0);
    const sharing = containers.filter((each) => own(each) === undefined).length;
    return own(container) ?? Math.floor(Math.max(0, total - stated) / sharing);
  };
  const units = share(cpu, (each) => each.cpu);
  const most = share(memoryMiB, (each) => each.memoryMiB ?? each.memoryReservationMiB);
  const millis = `${Math.round((units * 1000) / 1024)}m`;
  return {
    requests: { cpu: millis, memory: `${container.memoryReservationMiB ?? most}Mi` },
    limits: { cpu: millis, memory: `${container.memoryMiB ?? most}Mi` },
  };
}

/**
 * The load balancer asks for the same path. As on ECS, a container is given time to start, gets no requests while it
 * is unwell, and is replaced when it stays so.
 */
function entryProbes(service: Service, container: ServiceContainer) {
  const { entry, balancing, healthCheck, healthCheckGraceSeconds } = service;
  const port = entry?.port ?? 0;
  // The node asks in HTTP/1.1 alone, and without a load balancer nobody has said what is to be asked.
  const speaksHttp = container.protocol === "http" && balancing !== "none";
  const asked: Probe = speaksHttp ? { httpGet: { path: healthCheck.path, port } } : { tcpSocket: { port } };
  const { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = healthCheck;
  const often = { periodSeconds: intervalSeconds, timeoutSeconds, failureThreshold: unhealthyThreshold };
  return {
    startupProbe: {
      ...asked,
      periodSeconds: 5,
      timeoutSeconds,
      failureThreshold: Math.ceil(Math.max(60, healthCheckGraceSeconds) / 5),
    },
    readinessProbe: { ...asked, ...often, successThreshold: healthyThreshold },
    livenessProbe: container.healthCheck ? commandProbe(container.healthCheck) : { ...asked, ...often },
  };
}

function ownProbes({ healthCheck }: ServiceContainer, gates: boolean) {
  if (!healthCheck) return {};
  const probe = commandProbe(healthCheck);
  const { startSeconds, intervalSeconds, retries } = healthCheck;
  const tries = Math.max(retries, Math.ceil(startSeconds / intervalSeconds));
  return { livenessProbe: probe, startupProbe: gates ? { ...probe, failureThreshold: tries } : undefined };
}

function commandProbe(healthCheck: NonNullable<ServiceContainer["healthCheck"]>): Probe {
  const { command, intervalSeconds, timeoutSeconds, retries, startSeconds } = healthCheck;
  return {
    exec: { command: typeof command === "string" ? ["/bin/sh", "-c", command] : [...command] },
    periodSeconds: intervalSeconds,
    timeoutSeconds,
    failureThreshold: retries,
    initialDelaySeconds: startSeconds,
  };
}

/** A pod leaves the load balancer as it is told to go: SIGTERM comes when the requests under way have had their time. */
function draining({ balancing, deregistrationDelaySeconds: seconds }: Service) {
  return balancing === "none" || seconds === 0 ? undefined : { preStop: { sleep: { seconds } } };
}
