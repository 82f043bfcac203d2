import type { ArgumentCheck } from "../argument-checks";
import { checkContainerImage } from "../container-image";
import type { Container, ContainerHealthCheck, ContainerSecret } from "./containers";
import type { ServiceContainer } from "./service";
import type { ServiceVolume } from "./volumes";

/** What the containers of one task share. */
export interface TaskSize {
  readonly cpu: number;
  readonly memoryMiB: number;
}

/** The containers with their defaults, checked one by one and against each other. */
export function readContainers(
  check: ArgumentCheck,
  containers: Readonly<Record<string, Container>>,
  volumes: Readonly<Record<string, ServiceVolume>>,
  size: TaskSize,
): ServiceContainer[] {
  const names = Object.keys(containers);
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
  check(names.length >= 1 && names.length <= 10, "containers", "must hold 1 to 10 containers", names.length);
  const read = Object.entries(containers).map(([name, container], index) => {
    // A label of DNS: that is what a pod's container must have for a name.
    const isName = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
    check(isName, "containers", "must have names of lower-case letters, digits and hyphens", name);
    check(name !== "log-router", "containers", "must not use the name of the log router", name);
    return readContainer(check, name, container, index === 0, size);
  });
  checkPorts(check, read);
  for (const container of read) {
    checkDependencies(check, container, read);
    checkMounts(check, container, volumes);
  }
  check(
    read.some(({ essential }) => essential),
    "containers",
    "must have one that is essential",
    names,
  );
  const sum = (of: (container: ServiceContainer) => number) => read.reduce((total, each) => total + of(each), 0);
  const cpu = sum((container) => container.cpu ?? 0);
  check(cpu <= size.cpu, "containers", `must have no more cpu together than the task (${size.cpu})`, cpu);
  const reserved = sum(({ memoryReservationMiB, memoryMiB }) => memoryReservationMiB ?? memoryMiB ?? 0);
  const room = `must keep no more memory together than the task has (${size.memoryMiB} MiB)`;
  check(reserved <= size.memoryMiB, "containers", room, reserved);
  return read;
}

function readContainer(
  check: ArgumentCheck,
  name: string,
  container: Container,
  isFirst: boolean,
  size: TaskSize,
): ServiceContainer {
  const at = (argument: string) => `containers.${name}.${argument}`;
  const { protocol = "http", environment = {}, secrets = {}, dependsOn = {}, ulimits = {}, mounts = {} } = container;
  const { essential = isFirst, user = "1000:1000", readOnlyRoot = true, addCapabilities = [] } = container;
  const { initProcess = true, stopTimeoutSeconds = 30, pinDigest = true, healthCheck } = container;
  checkContainerImage(check, at("image"), container.image);
  checkWithin(check, at("port"), container.port, 1, 65535);
  checkWithin(check, at("cpu"), container.cpu, 0, size.cpu);
  checkWithin(check, at("memoryMiB"), container.memoryMiB, 6, size.memoryMiB);
  const most = container.memoryMiB ?? size.memoryMiB;
  checkWithin(check, at("memoryReservationMiB"), container.memoryReservationMiB, 6, most);
  checkWithin(check, at("stopTimeoutSeconds"), stopTimeoutSeconds, 0, 120);
  checkWithin(check, at("startTimeoutSeconds"), container.startTimeoutSeconds, 2, 120);
  checkWithin(check, at("restart.resetAfterSeconds"), container.restart?.resetAfterSeconds, 60, 1800);
  for (const variable of [...Object.keys(environment), ...Object.keys(secrets)]) {
    check(/^[A-Za-z_]\w*$/.test(variable), at("environment"), "must have names such as LOG_LEVEL", variable);
  }
  const both = Object.keys(secrets).find((variable) => variable in environment);
  check(both === undefined, at("secrets"), "must not repeat a name of environment", both);
  for (const [variable, secret] of Object.entries(secrets)) checkSecret(check, at(`secrets.${variable}`), secret);
  for (const [limit, { soft, hard }] of Object.entries(ulimits)) {
    check(soft <= hard, at(`ulimits.${limit}.soft`), `must be at most hard (${hard})`, soft);
  }
  const isUser = /^\d{1,10}(:\d{1,10})?$/.test(user);
  check(
    isUser,
    at("user"),
    'must be numbers such as "1000" or "1000:1000", which every engine can tell from root',
    user,
  );
  return {
    ...container,
    name,
    protocol,
    environment,
    secrets,
    dependsOn,
    ulimits,
    mounts,
    essential,
    user,
    readOnlyRoot,
    addCapabilities,
    initProcess,
    stopTimeoutSeconds,
    pinDigest,
    healthCheck: healthCheck && readHealthCheck(check, at("healthCheck"), healthCheck),
  };
}

function readHealthCheck(check: ArgumentCheck, argument: string, args: ContainerHealthCheck) {
  const { command, intervalSeconds = 30, timeoutSeconds = 5, retries = 3, startSeconds = 0 } = args;
  check(command.length > 0, `${argument}.command`, "must not be empty", command);
  checkWithin(check, `${argument}.intervalSeconds`, intervalSeconds, 5, 300);
  checkWithin(check, `${argument}.timeoutSeconds`, timeoutSeconds, 2, 60);
  checkWithin(check, `${argument}.retries`, retries, 1, 10);
  checkWithin(check, `${argument}.startSeconds`, startSeconds, 0, 300);
  return { command, intervalSeconds, timeoutSeconds, retries, startSeconds };
}

/** Only a full ARN can be granted by itself; a name would take a wildcard. Outputs are left to the policies. */
export function checkSecret(check: ArgumentCheck, argument: string, secret: ContainerSecret): void {
  if ("secretArn" in secret) {
    const { secretArn, key } = secret;
    const isArn =
      typeof secretArn !== "string" || /^arn:[\w-]+:secretsmanager:[^:]+:\d{12}:secret:[^:]+$/.test(secretArn);
    check(
      isArn,
      `${argument}.secretArn`,
      "must be the full ARN of a secret: a name alone cannot be granted",
      secretArn,
    );
    check(key === undefined || /^[^:]+$/.test(key), `${argument}.key`, "must not be empty or hold a colon", key);
    return;
  }
  const { parameterArn } = secret;
  const isArn = typeof parameterArn !== "string" || /^arn:[\w-]+:ssm:[^:]+:\d{12}:parameter\/.+$/.test(parameterArn);
  check(
    isArn,
    `${argument}.parameterArn`,
    "must be the full ARN of a parameter: a name alone cannot be granted",
    parameterArn,
  );
}

/** The containers of a task share its network. */
function checkPorts(check: ArgumentCheck, containers: readonly ServiceContainer[]): void {
  const ports = containers.flatMap(({ port }) => port ?? []);
  const repeated = ports.find((port, index) => ports.indexOf(port) < index);
  check(repeated === undefined, "containers", "must not share a port", repeated);
}

function checkDependencies(
  check: ArgumentCheck,
  { name, dependsOn }: ServiceContainer,
  containers: readonly ServiceContainer[],
): void {
  const find = (other: string) => containers.find((container) => container.name === other);
  for (const [other, condition] of Object.entries(dependsOn)) {
    const argument = `containers.${name}.dependsOn.${other}`;
    const found = find(other);
    check(found !== undefined && other !== name, argument, "must be another container of the service", other);
    const isWatched = condition !== "healthy" || found.healthCheck !== undefined;
    check(isWatched, argument, `must not wait for health, as ${other} has no healthCheck`, condition);
    const mayEnd = !found.essential || condition === "start" || condition === "healthy";
    check(mayEnd, argument, `must be start or healthy, as the task ends when ${other} does`, condition);
  }
  const waitsForItself = (from: string, seen: readonly string[]): boolean =>
    Object.keys(find(from)?.dependsOn ?? {}).some(
      (next) => next === name || (!seen.includes(next) && waitsForItself(next, [...seen, next])),
    );
  check(!waitsForItself(name, []), `containers.${name}.dependsOn`, "must not lead back to itself", name);
}

function checkMounts(
  check: ArgumentCheck,
  { name, mounts }: ServiceContainer,
  volumes: Readonly<Record<string, ServiceVolume>>,
): void {
  for (const [volume, { path }] of Object.entries(mounts)) {
    const argument = `containers.${name}.mounts.${volume}`;
    check(volume in volumes, argument, "must name a volume of the service", volume);
    check(/^\/[^:]+$/.test(path), `${argument}.path`, "must be an absolute path other than /", path);
  }
}

/** A whole number within limits, if it is given. */
function checkWithin(
  check: ArgumentCheck,
  argument: string,
  value: number | undefined,
  least: number,
  most: number,
): void {
  const within = value === undefined || (Number.isInteger(value) && value >= least && value <= most);
  check(within, argument, `must be a whole number between ${least} and ${most}`, value);
}
