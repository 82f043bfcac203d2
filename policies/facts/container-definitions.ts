import type { Resource } from "../resource";
import type { Verdicts } from "../rule";
import { asList, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

export const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";
const daemonTaskType = "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition";
const expressType = "aws:ecs/expressGatewayService:ExpressGatewayService";

/** The types that say everything of the containers of a task. */
export const taskTypes = [taskDefinitionType, daemonTaskType];

/** The types that name at least a container's image and environment. */
export const containerTypes = [...taskTypes, expressType];

/** A container of a task. */
export interface Container {
  /** As a message begins with it: `container "web"`. */
  readonly place: string;
  /** A field under its name in the API of ECS. */
  read(...path: string[]): Fact<unknown>;
}

/** The containers that a resource defines; none where the definitions are no JSON, which AWS refuses. */
export function containersOf({ type, props }: Resource): readonly Container[] | Unknown {
  if (type === expressType) return [container(at(props, "primaryContainer"), "primaryContainer")];
  const written = at(props, "containerDefinitions");
  const list = asList(typeof written === "string" ? parsed(written) : written);
  if (list === UNKNOWN) return UNKNOWN;
  return list.map((definition, index) => container(definition, `containerDefinitions[${index}]`));
}

/** Judges each container of a resource, or says that they are not known yet. */
export function judgeContainers(
  resource: Resource,
  { undecided }: Pick<Verdicts, "undecided">,
  judge: (container: Container) => void,
): void {
  const containers = containersOf(resource);
  if (containers === UNKNOWN) undecided("the list of its containers");
  else for (const container of containers) judge(container);
}

/** True for Windows, where users, capabilities and file systems are not those of Linux. */
export function runsWindows({ props }: Resource): boolean | Unknown {
  const family = asText(at(props, "runtimePlatform", "operatingSystemFamily"));
  return family === UNKNOWN ? UNKNOWN : (family ?? "").toUpperCase().startsWith("WINDOWS");
}

/** A user, or a user and a group behind a colon; what is not said is the image's choice, and most often root. */
export function mayBeRoot(user: Fact<string>): boolean {
  if (typeof user !== "string") return true;
  const name = user.split(":")[0]?.trim() ?? "";
  return name === "" || name === "root" || /^0+$/.test(name);
}

function container(definition: unknown, path: string): Container {
  const name = field(definition, "name");
  return {
    place: typeof name === "string" ? `container "${name}"` : path,
    read: (...steps) => steps.reduce(field, definition),
  };
}

/**
 * The definitions are JSON that the provider reads without regard to case, so `Privileged` counts too; where they are
 * typed properties (daemons, express services) a list has a plural name: `environments`.
 */
function field(holder: unknown, name: string): Fact<unknown> {
  const exact = at(holder, name);
  if (exact !== undefined || typeof holder !== "object" || holder === null) return exact;
  const spellings = [name.toLowerCase(), `${name}s`.toLowerCase()];
  const key = Object.keys(holder).find((other) => spellings.includes(other.toLowerCase()));
  return key === undefined ? undefined : at(holder, key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
