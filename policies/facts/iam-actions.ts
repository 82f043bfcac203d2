import { matches } from "./policy-patterns";

/** What an action does, as AWS's tables class it; tagging is a write. */
export type AccessLevel = "read" | "write" | "permissions";

/** An action of a service. */
export interface Action {
  /** As AWS writes it: `s3:GetObject`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** False for an action that AWS allows on all resources or none, such as `s3:ListAllMyBuckets`. */
  readonly isScoped: boolean;
}

/**
 * The actions, where they come from, and of which day they are: half a megabyte, read when a policy first names an action.
 * The JSON file has for each service the names by level, and whether the tables give them a type of resource: all but
 * CloudWatch's data sets, as metrics are rarely in one and those that are not can be named by `*` alone.
 */
export function actionTables(): { readonly source: string; readonly services: Readonly<Record<string, Kinds>> } {
  return require("./iam-actions.json") as typeof import("./iam-actions.json");
}

/** The names of a service's actions, parted by spaces, by their level and scope. */
type Kinds = Readonly<Record<string, string>>;

/**
 * The actions that a pattern such as `s3:get*` takes in, in any case; none of a service that the tables do not have.
 * `*` alone takes in too many to be told, and gives none.
 */
export function actionsOf(pattern: string): readonly Action[] {
  const folded = pattern.toLowerCase();
  const done = byPattern.get(folded);
  if (done) return done;
  const [service = ""] = folded.split(":", 1);
  const taken = actionsOfService(service).filter(({ name }) => matches(folded, name.toLowerCase()));
  byPattern.set(folded, taken);
  return taken;
}

/** A stack asks for the same few patterns again and again, and a service has up to eight hundred actions. */
const byPattern = new Map<string, readonly Action[]>();
const byService = new Map<string, readonly Action[]>();

function actionsOfService(service: string): readonly Action[] {
  const done = byService.get(service);
  if (done) return done;
  const { services } = actionTables();
  const kinds = Object.hasOwn(services, service) ? (services[service] ?? {}) : {};
  const actions = levels.flatMap((level) => [
    ...named(service, kinds[`${level}Scoped`], level, true),
    ...named(service, kinds[`${level}Unscoped`], level, false),
  ]);
  byService.set(service, actions);
  return actions;
}

function named(service: string, names: string | undefined, level: AccessLevel, isScoped: boolean): Action[] {
  return names ? names.split(" ").map((name) => ({ name: `${service}:${name}`, level, isScoped })) : [];
}

const levels: readonly AccessLevel[] = ["read", "write", "permissions"];
