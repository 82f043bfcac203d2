import type { ArgumentCheck } from "../../argument-checks";
import type { ClusterCapacity, EcsCluster } from "../../ecs-cluster";
import { environment } from "../../environment";
import type { Ec2Compute, EcsCompute, FargateSpot } from "../compute";
import { checkFargateSize } from "../fargate-sizes";
import type { EcsService } from "../service";
import { type Ec2Capacity, readInstances } from "./instances";

/** What tasks run on, checked. */
export interface EcsHost {
  readonly type: ClusterCapacity["type"];
  readonly networkMode: "awsvpc" | "bridge";
  readonly spot: Required<FargateSpot> | undefined;
  /** The cluster that is given, or what one of the service's own has; undefined for Fargate alone. */
  readonly cluster: EcsCluster | undefined;
  readonly instances: Ec2Capacity | undefined;
}

/** @throws when the cluster or the engine cannot run the service. */
export function readHost(check: ArgumentCheck, name: string, compute: EcsCompute, service: EcsService): EcsHost {
  checkWindows(check, compute, service);
  const host =
    compute.type === "fargate" ? fargateHost(check, compute, service) : ec2Host(check, name, compute, service);
  if (service.exec) {
    const records = host.cluster === undefined || host.cluster.execLogs !== undefined;
    check(records, "compute.cluster", "must be one with exec, which keeps what people type", "a cluster without it");
    for (const { name, readOnlyRoot } of service.containers) {
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations
      const argument = `containers.${name}.readOnlyRoot`;
      check(!readOnlyRoot, argument, "must be false for exec, whose agent writes into the container", readOnlyRoot);
    }
  }
  return host;
}

function fargateHost(
  check: ArgumentCheck,
  { spot, cluster }: Extract<EcsCompute, { type: "fargate" }>,
  { cpu, memoryMiB, minCount, containers }: EcsService,
): EcsHost {
  checkFargateSize(check, cpu, memoryMiB);
  const isFargate = cluster === undefined || cluster.capacity.type === "fargate";
  check(isFargate, "compute.cluster", "must be one without instances", cluster?.capacity.type);
  for (const { name, ulimits, addCapabilities } of containers) {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
    const limit = Object.keys(ulimits).find((key) => key !== "nofile");
    check(limit === undefined, `containers.${name}.ulimits`, "must hold nofile alone on fargate", limit);
    const capability = addCapabilities.find((each) => each !== "SYS_PTRACE");
    const only = "must hold SYS_PTRACE alone on fargate";
    check(capability === undefined, `containers.${name}.addCapabilities`, only, capability);
  }
  const common = { type: "fargate", networkMode: "awsvpc", cluster, instances: undefined } as const;
  if (!spot) return { ...common, spot };
  const { onDemandBase = minCount, spotPercent } = spot;
  const isBase = Number.isInteger(onDemandBase) && onDemandBase >= 0 && onDemandBase <= 100000;
  check(isBase, "compute.spot.onDemandBase", "must be a whole number between 0 and 100000", onDemandBase);
  const isPercent = Number.isInteger(spotPercent) && spotPercent >= 1 && spotPercent <= 100;
  check(isPercent, "compute.spot.spotPercent", "must be a whole number between 1 and 100", spotPercent);
  return { ...common, spot: { onDemandBase, spotPercent } };
}

function ec2Host(check: ArgumentCheck, name: string, compute: Ec2Compute, service: EcsService): EcsHost {
  const { networkMode = "awsvpc" } = compute;
  const { architecture, callers, discovery } = service;
  const { cluster } = compute;
  const instances = compute.cluster ? undefined : compute;
  const within: ArgumentCheck = (holds, argument, requirement, value) =>
    check(holds, argument === "name" ? argument : `compute.${argument}`, requirement, value);
  if (instances) readInstances(within, name, instances, architecture, environment() === "prod");
  const capacity = cluster?.capacity;
  check(capacity?.type !== "fargate", "compute.cluster", "must be one with instances", capacity?.type);
  const fits = capacity === undefined || capacity.architecture === architecture;
  check(fits, "architecture", `must be ${capacity?.architecture}, which the cluster's instances are`, architecture);
  const type = capacity?.type ?? instances?.capacity ?? "autoScalingGroup";
  if (networkMode === "bridge") {
    const isGroup = type === "autoScalingGroup";
    check(isGroup, "compute.networkMode", "must be awsvpc on managed instances, which have no bridge", networkMode);
    check(callers.length === 0, "callers", "must be left out in bridge mode, whose ports change", callers);
    const found = discovery === undefined || discovery.type === "serviceConnect";
    check(found, "discovery.type", "must be serviceConnect in bridge mode, whose ports change", discovery?.type);
  }
  return { type, networkMode, spot: undefined, cluster, instances };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-considerations.html */
function checkWindows(check: ArgumentCheck, compute: EcsCompute, service: EcsService): void {
  const { operatingSystem, architecture, cpu, volumes, logRouter } = service;
  if (operatingSystem === "linux") return;
  check(compute.type === "fargate", "operatingSystem", "must be linux on ec2", operatingSystem);
  check(compute.spot === undefined, "compute.spot", "must be left out for Windows", compute.spot);
  check(architecture === "x86_64", "architecture", "must be x86_64 for Windows", architecture);
  check(cpu >= 1024 && cpu <= 4096, "cpu", "must be between 1024 and 4096 for Windows on fargate", cpu);
  const volume = Object.values(volumes).find(({ type }) => type !== "scratch")?.type;
  check(volume === undefined, "volumes", "must hold scratch volumes alone for Windows", volume);
  check(logRouter === undefined, "logRouter", "must be left out for Windows", logRouter?.options);
}
