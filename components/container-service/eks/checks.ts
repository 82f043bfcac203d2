import type { ArgumentCheck } from "../../argument-checks";
import { type ClusterShape, readCluster, shapeOf } from "../../eks-cluster/read-cluster";
import { checkSpansZones } from "../../network-ref";
import { readPeer } from "../../secure-sg-pair/peer";
import { checkBalancer } from "../../service-balancer";
import type { OwnBalancing } from "../balancing";
import type { Service, ServiceContainer } from "../service";
import type { EksCompute } from "./compute";

/** Refuses what EKS, or the nodes of this cluster, cannot do. */
export function checkEks(check: ArgumentCheck, compute: EksCompute, service: Service): void {
  const { nodes, architectures, addOns } = shapeBefore(check, compute, service);
  const { architecture, containers, volumes, balancing, callers, scaling } = service;
  const builds = architectures.includes(architecture);
  check(builds, "architecture", `must be ${architectures.join(" or ")} on these nodes`, architecture);
  for (const container of containers) checkContainer(check, container);
  checkShares(check, service);
  if (balancing !== "none") checkEntrance(check, balancing, service);
  for (const caller of callers) readPeer(caller, "callers", check);
  scaling.forEach((each, index) => {
    // A job is called after the service and the moment, in at most 52 characters.
    const isName = each.type !== "schedule" || /^[a-z0-9]([a-z0-9-]{0,29}[a-z0-9])?$/.test(each.name);
    const named = "must be at most 31 lower-case letters, digits and hyphens on eks";
    check(isName, `scaling[${index}].name`, named, each.type === "schedule" && each.name);
  });

  const secret = containers.find(({ secrets }) => Object.keys(secrets).length > 0);
  const readsSecrets = secret === undefined || addOns.includes("aws-secrets-store-csi-driver-provider");
  const why =
    nodes === "fargate" ? "on Fargate nodes, where the driver that reads them cannot run" : "without its add-on";
  check(readsSecrets, `containers.${secret?.name}.secrets`, `must be empty ${why}`, Object.keys(secret?.secrets ?? {}));
  for (const [name, { type }] of Object.entries(volumes)) {
    const hasDisks = type !== "ebs" || nodes !== "fargate";
    check(hasDisks, `volumes.${name}.type`, "must not be ebs on Fargate nodes, which have no disks", type);
    const mountsFiles = type !== "efs" || nodes === "fargate" || addOns.includes("aws-efs-csi-driver");
    check(mountsFiles, `volumes.${name}.type`, "must not be efs without the cluster's add-on aws-efs-csi-driver", type);
  }
}

/** The shape of a cluster that is there, or of the one that will be, whose arguments are checked here and now. */
function shapeBefore(check: ArgumentCheck, compute: EksCompute, service: Service): ClusterShape {
  if (compute.cluster) return compute.cluster.shape();
  const within: ArgumentCheck = (holds, argument, requirement, value) =>
    check(holds, `compute.${argument}`, requirement, value);
  return shapeOf(readCluster(within, ownCluster(compute, service)));
}

/** The arguments of a service's own cluster: it also keeps the pods' output, and has what their volumes need. */
export function ownCluster(compute: Extract<EksCompute, { cluster?: undefined }>, { logs, volumes }: Service) {
  const { type: _type, cluster: _cluster, ...args } = compute;
  const onInstances = compute.nodes?.type !== "fargate";
  const sharesFiles = Object.values(volumes).some(({ type }) => type === "efs");
  const addOns = { ...(sharesFiles && onInstances && { "aws-efs-csi-driver": {} }), ...compute.addOns };
  return { logs, ...args, addOns };
}

function checkEntrance(check: ArgumentCheck, balancing: OwnBalancing, { network, entry }: Service): void {
  const within: ArgumentCheck = (holds, argument, requirement, value) =>
    check(holds, `balancing.${argument}`, requirement, value);
  checkBalancer(within, balancing);
  if (balancing.exposure === "internet") checkSpansZones(check, network, "public");
  if (balancing.type === "network") return;
  const { protocol = "http" } = entry?.container ?? {};
  const speaks = protocol === "http" || balancing.tls !== "none";
  within(speaks, "tls", `must be a certificate, as ${protocol} has to be spoken to the load balancer over TLS`, "none");
}

/** A pod's container without anything to call its own would not be limited at all. */
function checkShares(check: ArgumentCheck, { containers, cpu, memoryMiB }: Service): void {
  const left = (total: number, own: (container: ServiceContainer) => number | undefined) =>
    containers.every((container) => own(container) !== undefined) ||
    containers.reduce((rest, container) => rest - (own(container) ?? 0), total) >= containers.length;
  const sharing = containers.map(({ name }) => name);
  check(
    left(cpu, (container) => container.cpu),
    "containers",
    `must leave some of the cpu (${cpu}) to those without`,
    sharing,
  );
  const memory = left(memoryMiB, (container) => container.memoryMiB ?? container.memoryReservationMiB);
  check(memory, "containers", `must leave some of the memory (${memoryMiB} MiB) to those without`, sharing);
}

function checkContainer(check: ArgumentCheck, container: ServiceContainer): void {
  const { name, ulimits, restart, startTimeoutSeconds } = container;
  const at = `containers.${name}`;
  const limits = Object.keys(ulimits);
  check(limits.length === 0, `${at}.ulimits`, "must be empty on eks, where the node sets them", limits);
  check(restart === undefined, `${at}.restart`, "must be left out on eks, which always restarts in place", restart);
  const waits = startTimeoutSeconds === undefined;
  check(waits, `${at}.startTimeoutSeconds`, "must be left out on eks, which has no such limit", startTimeoutSeconds);
}
