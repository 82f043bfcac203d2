import type { ArgumentCheck } from "../argument-checks";
import type { ContainerServiceArgs } from "../container-service";
import { checkSpansZones } from "../network-ref";
import { checkNoSchedule, readOffHours } from "../off-hours";
import { readLogs } from "../service-logs";
import { readTargetGroup } from "../target-group";
import { readServiceAlarms } from "./alarms";
import { readContainers } from "./container-checks";
import { checkDiscovery } from "./discovery";
import { readLogRouter } from "./log-router";
import { checkPermissions } from "./permissions";
import { readRollout } from "./rollout";
import type { EcsService, Service, ServiceContainer } from "./service";
import type { PortableScaling, ServiceScaling } from "./service-scaling";
import { checkServiceScaling } from "./service-scaling-checks";
import { checkVolumes } from "./volumes";

/** The service with its defaults, checked as far as it is the same for all engines. */
export function readService(check: ArgumentCheck, args: ContainerServiceArgs, isProd: boolean): EcsService {
  const { discovery, exec = false, logRouter, operatingSystem = "linux", faultInjection = false } = args;
  const { network, balancing, cpu = 256, memoryMiB = 2 * cpu, architecture = "arm64", volumes = {} } = args;
  const { callers = [], appEgress = [], policyArns = {}, permissions = [], healthCheckGraceSeconds = 60 } = args;
  checkSpansZones(check, network, "private");
  check(isWhole(cpu, 128), "cpu", "must be a whole number of CPU units, 128 or more", cpu);
  check(isWhole(memoryMiB, 128), "memoryMiB", "must be a whole number of MiB, 128 or more", memoryMiB);
  checkVolumes(check, volumes);
  checkPermissions(check, permissions);
  const containers = readContainers(check, args.containers, volumes, { cpu, memoryMiB });
  const entry = entryOf(containers);
  check(
    balancing === "none" || entry !== undefined,
    "containers",
    "must have one with a port, for the load balancer to send requests to",
    containers.map(({ name }) => name),
  );
  check(
    callers.length === 0 || entry !== undefined,
    "callers",
    "must be left out, as no container has a port",
    callers,
  );
  // The alarm of unhealthy tasks looks back over three times as long, and CloudWatch over one day.
  const isGrace = isWhole(healthCheckGraceSeconds, 0) && healthCheckGraceSeconds <= 28800;
  const seconds = "must be a whole number of seconds between 0 and 28800";
  check(isGrace, "healthCheckGraceSeconds", seconds, healthCheckGraceSeconds);
  const targets = readTargetGroup(check, {
    healthCheck: args.healthCheck,
    deregistrationDelaySeconds: args.deregistrationDelaySeconds ?? 30,
    stickiness: args.stickiness,
  });
  const counts = readCounts(check, args, isProd);
  const { scaling = [{ type: "target", metric: "cpu", target: 40 }] } = args;
  const countsRequests = balancing !== "none" && balancing.type !== "network";
  // At night dev may sleep; prod must still survive the loss of a zone.
  checkServiceScaling(check, scaling, { ...counts, floor: isProd ? 2 : 0 }, countsRequests);
  checkNoSchedule(check, args.offHours, scaling);
  const offHours = readOffHours(check, args.offHours);
  const rollout = readRollout(check, args.rollout ?? { type: "rolling" });
  const isBalanced = rollout.type === "rolling" || balancing !== "none";
  check(isBalanced, "rollout.type", "must be rolling without a load balancer to shift requests", rollout.type);
  if (discovery) checkDiscovery(check, discovery, entry !== undefined);
  return {
    network,
    containers,
    entry,
    cpu,
    memoryMiB,
    architecture,
    balancing,
    healthCheck: targets.healthCheck,
    healthCheckGraceSeconds,
    deregistrationDelaySeconds: targets.deregistrationDelaySeconds,
    stickiness: targets.stickiness,
    ...counts,
    scaling,
    rollout,
    discovery,
    exec,
    logRouter: logRouter && readLogRouter(check, logRouter),
    operatingSystem,
    faultInjection,
    offHours,
    callers,
    appEgress,
    volumes,
    policyArns,
    permissions,
    logs: readLogs(check, args.logs ?? {}),
    alarms: readServiceAlarms(check, args.alarms),
  };
}

function entryOf(containers: readonly ServiceContainer[]): EcsService["entry"] {
  for (const container of containers) {
    if (container.port !== undefined) return { container, port: container.port };
  }
  return undefined;
}

function readCounts(check: ArgumentCheck, args: ContainerServiceArgs, isProd: boolean) {
  const { minCount = 2, maxCount = 5 * minCount, desiredCount = minCount } = args;
  check(isWhole(minCount, 1), "minCount", "must be a whole number, 1 or more", minCount);
  check(!isProd || minCount >= 2, "minCount", "must be at least 2 in prod to survive the loss of a zone", minCount);
  check(isWhole(maxCount, minCount), "maxCount", `must be at least minCount (${minCount})`, maxCount);
  const within = isWhole(desiredCount, minCount) && desiredCount <= maxCount;
  const limits = `must be between minCount (${minCount}) and maxCount (${maxCount})`;
  check(within, "desiredCount", limits, desiredCount);
  return { minCount, maxCount, desiredCount };
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

/** The service as EKS runs it. The types keep out what it lacks; who goes around them is told here. */
export function portableService(check: ArgumentCheck, service: EcsService): Service {
  const {
    balancing,
    scaling,
    rollout,
    discovery,
    exec,
    logRouter,
    operatingSystem,
    faultInjection,
    offHours,
    ...common
  } = service;
  const own = balancing === "none" || balancing.type !== "shared" ? balancing : undefined;
  check(
    own !== undefined,
    "balancing.type",
    "must be application or network on eks, which shares no balancer",
    "shared",
  );
  check(rollout.type === "rolling", "rollout.type", "must be rolling on eks, which shifts no requests", rollout.type);
  check(discovery === undefined, "discovery", "must be left out on eks, where a service has a name", discovery?.type);
  check(!exec, "exec", "must be left out on eks, where kubectl exec is a matter of access entries", exec);
  check(
    logRouter === undefined,
    "logRouter",
    "must be left out on eks, whose add-on collects logs",
    logRouter?.options,
  );
  check(operatingSystem === "linux", "operatingSystem", "must be linux on eks", operatingSystem);
  check(!faultInjection, "faultInjection", "must be left out on eks, where it is no matter of the service", true);
  check(offHours === undefined, "offHours", "must be left out on eks, whose nodes would run on", offHours);
  const portable = scaling.map((each, index) => portableScaling(check, `scaling[${index}]`, each));
  return { ...common, balancing: own, rollout, scaling: portable };
}

/** The HPA of Kubernetes holds values of what the cluster itself measures; nothing there tells it CloudWatch's. */
function portableScaling(check: ArgumentCheck, argument: string, scaling: ServiceScaling): PortableScaling {
  if (scaling.type === "schedule") return scaling;
  check(scaling.type === "target", `${argument}.type`, "must be target or schedule on eks", scaling.type);
  const { metric = "cpu", ...rest } = scaling;
  const isOwn = metric === "cpu" || metric === "memory";
  check(isOwn, `${argument}.metric`, "must be cpu or memory on eks, which knows no others", metric);
  return { ...rest, metric };
}
