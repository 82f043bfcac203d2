import type { ServiceContainer } from "../service";

/** How the containers of a pod start. */
export interface ContainerOrder {
  /** Those that others wait for, in the order in which they start. */
  readonly first: readonly FirstContainer[];
  /** Those that nobody waits for; they start last, together. */
  readonly last: readonly ServiceContainer[];
}

export interface FirstContainer {
  readonly container: ServiceContainer;
  /** Whether it runs to its end before the next one starts, or goes on beside the others. */
  readonly ends: boolean;
  /** Whether the next one waits for its health. */
  readonly gates: boolean;
}

/**
 * Kubernetes starts init containers one after the other: one ends before the next begins, and one that always restarts
 * (a sidecar) stays. https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function orderOf(containers: readonly ServiceContainer[]): ContainerOrder {
  const conditions = (name: string) => containers.flatMap(({ dependsOn }) => dependsOn[name] ?? []);
  const sorted: ServiceContainer[] = [];
  const visit = (container: ServiceContainer) => {
    if (sorted.includes(container)) return;
    for (const { name } of containers.filter(({ name }) => name in container.dependsOn)) {
      const needed = containers.find((other) => other.name === name);
      if (needed) visit(needed);
    }
    sorted.push(container);
  };
  containers.forEach(visit);
  const waitedFor = sorted.filter(({ name }) => conditions(name).length > 0);
  return {
    first: waitedFor.map((container) => ({
      container,
      ends: conditions(container.name).some((condition) => condition === "complete" || condition === "success"),
      gates: conditions(container.name).includes("healthy"),
    })),
    last: containers.filter((container) => !waitedFor.includes(container)),
  };
}
