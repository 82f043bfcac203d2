import * as pulumi from "@pulumi/pulumi";
import type { ContainerSecret } from "../containers";
import type { EcsService, Images, ServiceContainer } from "../service";
import type { EcsHost } from "./host";
import { type LogDestination, logConfiguration, logRouterDefinition } from "./log-configuration";

/** The containers of a task as RegisterTaskDefinition has them. */
export function containerDefinitions(
  service: EcsService,
  host: EcsHost,
  images: Images,
  logs: LogDestination,
): readonly object[] {
  const own = service.containers.map((container) => definition(service, host, container, images, logs));
  return service.logRouter ? [...own, logRouterDefinition(logs)] : own;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function definition(
  service: EcsService,
  host: EcsHost,
  container: ServiceContainer,
  images: Images,
  logs: LogDestination,
): object {
  const { name, environment, secrets, dependsOn, ulimits, mounts, restart, healthCheck } = container;
  return {
    name,
    image: images[name]?.uri,
    essential: container.essential,
    cpu: container.cpu,
    memory: container.memoryMiB,
    memoryReservation: container.memoryReservationMiB,
    portMappings: portMappings(container, host),
    entryPoint: container.entryPoint,
    command: container.command,
    environment: byName(environment).map(([key, value]) => ({ name: key, value })),
    secrets: byName(secrets).map(([key, secret]) => ({ name: key, valueFrom: valueFrom(secret) })),
    dependsOn: Object.entries(dependsOn).map(([other, condition]) => ({
      containerName: other,
      condition: condition.toUpperCase(),
    })),
    healthCheck: healthCheck && {
      command:
        typeof healthCheck.command === "string" ? ["CMD-SHELL", healthCheck.command] : ["CMD", ...healthCheck.command],
      interval: healthCheck.intervalSeconds,
      timeout: healthCheck.timeoutSeconds,
      retries: healthCheck.retries,
      startPeriod: healthCheck.startSeconds,
    },
    ulimits: Object.entries(ulimits).map(([limit, { soft, hard }]) => ({
      name: limit,
      softLimit: soft,
      hardLimit: hard,
    })),
    mountPoints: Object.entries(mounts).map(([volume, { path, readOnly = false }]) => ({
      sourceVolume: volume,
      containerPath: path,
      readOnly,
    })),
    restartPolicy: restart && {
      enabled: true,
      ignoredExitCodes: restart.ignoredExitCodes,
      restartAttemptPeriod: restart.resetAfterSeconds,
    },
    startTimeout: container.startTimeoutSeconds,
    stopTimeout: container.stopTimeoutSeconds,
    versionConsistency: container.pinDigest ? "enabled" : "disabled",
    ...(service.operatingSystem === "linux" && confinement(container, host)),
    logConfiguration: logConfiguration(name, service, logs),
  };
}

/** What Linux keeps a container from. Windows has nothing of the kind, and ECS refuses the words. */
function confinement({ user, readOnlyRoot, initProcess, addCapabilities }: ServiceContainer, host: EcsHost): object {
  return {
    user,
    readonlyRootFilesystem: readOnlyRoot,
    linuxParameters: { initProcessEnabled: initProcess, capabilities: { drop: ["ALL"], add: addCapabilities } },
    // Fargate and managed instances refuse the option.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
    ...(host.type === "autoScalingGroup" && { dockerSecurityOptions: ["no-new-privileges"] }),
  };
}

function portMappings({ name, port, protocol }: ServiceContainer, { networkMode }: EcsHost): readonly object[] {
  if (port === undefined) return [];
  // Port 0 of the host leaves the choice to Docker: any number of tasks fit on one instance.
  const hostPort = networkMode === "bridge" ? 0 : port;
  const appProtocol = protocol === "tcp" ? undefined : protocol;
  return [{ name, containerPort: port, hostPort, protocol: "tcp", appProtocol }];
}

/** A key of a JSON secret stands behind the ARN: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html */
function valueFrom(secret: ContainerSecret): pulumi.Input<string> {
  if ("parameterArn" in secret) return secret.parameterArn;
  const { secretArn, key } = secret;
  return key === undefined ? secretArn : pulumi.output(secretArn).apply((arn) => `${arn}:${key}::`);
}

/** Sorted, so that the order in a program makes no new version of a task. */
function byName<Value>(values: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
}
