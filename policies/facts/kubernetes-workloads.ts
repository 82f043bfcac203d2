import type { Resource } from "../resource";
import type { Verdicts } from "../rule";
import { asList, at, type Fact, UNKNOWN } from "./value";

/** Where the kinds that run pods keep the pod's specification, and the groups and versions of their API. */
const kinds: Record<string, { readonly apis: readonly string[]; readonly path: readonly string[] }> = {
  Pod: { apis: ["core/v1"], path: ["spec"] },
  PodTemplate: { apis: ["core/v1"], path: ["template", "spec"] },
  ReplicationController: { apis: ["core/v1"], path: ["spec", "template", "spec"] },
  Deployment: {
    apis: ["apps/v1", "apps/v1beta1", "apps/v1beta2", "extensions/v1beta1"],
    path: ["spec", "template", "spec"],
  },
  StatefulSet: { apis: ["apps/v1", "apps/v1beta1", "apps/v1beta2"], path: ["spec", "template", "spec"] },
  DaemonSet: { apis: ["apps/v1", "apps/v1beta2", "extensions/v1beta1"], path: ["spec", "template", "spec"] },
  ReplicaSet: { apis: ["apps/v1", "apps/v1beta2", "extensions/v1beta1"], path: ["spec", "template", "spec"] },
  Job: { apis: ["batch/v1"], path: ["spec", "template", "spec"] },
  CronJob: {
    apis: ["batch/v1", "batch/v1beta1", "batch/v2alpha1"],
    path: ["spec", "jobTemplate", "spec", "template", "spec"],
  },
};

/** The types that run pods. A patch of one states only what it changes, so it is not among them. */
export const workloadTypes = Object.entries(kinds).flatMap(([kind, { apis }]) =>
  apis.flatMap((api) => [`kubernetes:${api}:${kind}`, `kubernetes:${api}:${kind}List`]),
);

/** The specification of a pod, and where it is said. */
export interface PodSpec {
  /** As a path of properties: `spec.template.spec`. */
  readonly path: string;
  readonly spec: unknown;
}

/** A container of a pod. */
export interface PodContainer {
  /** As a message begins with it: `container "web"`. */
  readonly place: string;
  readonly container: unknown;
}

/** The pods that a resource runs: one for most kinds, several for a list of them. */
export function podSpecs({ type, props }: Resource): readonly PodSpec[] {
  const kind = type.slice(type.lastIndexOf(":") + 1);
  const single = kinds[kind];
  if (single) return [podAt(props, single.path)];
  const listed = kinds[kind.replace(/List$/, "")];
  if (!listed) return [];
  const items = asList(at(props, "items"));
  if (items === UNKNOWN) return [{ path: "items", spec: UNKNOWN }];
  return items.map((item, index) => podAt(item, listed.path, `items[${index}].`));
}

function podAt(holder: unknown, path: readonly string[], prefix = ""): PodSpec {
  return { path: `${prefix}${path.join(".")}`, spec: at(holder, ...path) };
}

/** The containers of a pod; `UNKNOWN` when a list of them is not known. */
export function podContainers({ spec, path }: PodSpec): readonly PodContainer[] | typeof UNKNOWN {
  const found: PodContainer[] = [];
  for (const property of ["initContainers", "containers", "ephemeralContainers"]) {
    const list = asList(at(spec, property));
    if (list === UNKNOWN) return UNKNOWN;
    for (const [index, container] of list.entries()) {
      const name = at(container, "name");
      const place = typeof name === "string" ? `container "${name}"` : `${path}.${property}[${index}]`;
      found.push({ place, container });
    }
  }
  return found;
}

/** Judges each container of each pod of a resource, or says that they are not known yet. */
export function judgePods(
  resource: Resource,
  { undecided }: Pick<Verdicts, "undecided">,
  judge: (container: PodContainer, pod: PodSpec) => void,
): void {
  for (const pod of podSpecs(resource)) {
    const containers = podContainers(pod);
    if (containers === UNKNOWN) undecided(pod.path);
    else for (const container of containers) judge(container, pod);
  }
}

/** What a container's own security context says, else what the pod's says for all of its containers. */
export function securityContext({ container }: PodContainer, { spec }: PodSpec, property: string): Fact<unknown> {
  const own = at(container, "securityContext", property);
  return own === undefined ? at(spec, "securityContext", property) : own;
}

/** True for a pod that asks for Windows, where users and file systems are not those of Linux. */
export function podRunsWindows({ spec }: PodSpec): boolean {
  return at(spec, "os", "name") === "windows" || at(spec, "nodeSelector", "kubernetes.io/os") === "windows";
}
