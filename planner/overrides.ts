import { InputError } from "./input-error";
import type { Project } from "./project";
import { parseYaml, yamlValue } from "./stack-file";

const ARCHITECTURE = "tierwork:architecture";
const SETTINGS = "tierwork:settings";
const EXEMPTIONS = "tierwork:exemptions";
/** Names settings that were written for another architecture: the program leaves out those that it cannot take. */
const KEPT = "tierwork:kept";

/** The settings that most architectures have: where it stands, under which name, and whom it tells. */
const SURROUNDINGS = ["domain", "tls", "network", "alarms"];

/**
 * A project as if its stack file said something else.
 *
 * @param architecture takes the place of `tierwork:architecture`; of the settings only the surroundings are kept, as
 *   far as the architecture can take them and `assignments` name no part of them, and of the exemptions none, for they were granted for what the stack deploys
 * @param assignments `path=value` into `tierwork:settings`; the value is YAML, so `zones=3` is a number and `zones="3"` a text;
 *   without a value the setting is taken away
 */
export function override(project: Project, architecture: string | undefined, assignments: readonly string[]): Project {
  const config = { ...project.config };
  const notes = [...project.notes];
  if (architecture !== undefined && architecture !== config[ARCHITECTURE]) {
    config[ARCHITECTURE] = architecture;
    const kept = Object.entries(settingsIn(config[SETTINGS])).filter(([key]) => SURROUNDINGS.includes(key));
    config[SETTINGS] = JSON.stringify(Object.fromEntries(kept));
    const assigned = assignments.map((assignment) => assignment.split(/[.=]/)[0]);
    config[KEPT] = JSON.stringify(kept.flatMap(([key]) => (assigned.includes(key) ? [] : [key])));
    delete config[EXEMPTIONS];
  }
  if (assignments.length > 0) {
    const settings = settingsIn(config[SETTINGS]);
    for (const assignment of assignments) assign(settings, assignment, notes);
    config[SETTINGS] = JSON.stringify(settings);
  }
  return { ...project, config, notes };
}

function settingsIn(text: string | undefined): Record<string, unknown> {
  if (text === undefined || text === "") return {};
  try {
    const settings: unknown = JSON.parse(text);
    if (isRecord(settings)) return settings;
  } catch {
    // Not JSON, so not a map either: the sentence below says so.
  }
  throw new InputError(`${SETTINGS} must be a map, got ${text}`);
}

function assign(settings: Record<string, unknown>, assignment: string, notes: string[]): void {
  const [path = "", ...rest] = assignment.split("=");
  const text = rest.join("=");
  const keys = path.split(".");
  if (rest.length === 0 || !/^[\w-]+(\.[\w-]+)*$/.test(path) || keys.includes("__proto__")) {
    throw new InputError(`--set takes path=value, such as --set network.zones=3, got "${assignment}"`);
  }
  const value = yamlValue(parseYaml(text, `--set ${path}`), `--set ${path}`, notes);
  const last = keys.pop() ?? path;
  let here = settings;
  for (const key of keys) {
    const next = Object.hasOwn(here, key) ? here[key] : undefined;
    const inner = isRecord(next) ? next : {};
    here[key] = inner;
    here = inner;
  }
  here[last] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
