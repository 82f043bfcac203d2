import { isDeepStrictEqual } from "node:util";

/** Where in the settings something stands: keys of maps, and numbers of items. */
export type SettingPath = readonly (string | number)[];

/**
 * Where in the settings an argument that a component refuses stands, so that a person reads of what they wrote. Settings
 * mirror arguments under the same names, mostly within something: `server.rootVolume.iops`. Where several are called so
 * it is the one that holds the refused value, or else the outermost; where none is, the one that is called so at its end
 * and holds that value, or the only text that is the refused one.
 *
 * @param argument as the component calls it: `rootVolume.iops`
 * @param exists whether there is such a setting, which may have been left to its default
 * @returns undefined where no setting, or no one alone, can be meant
 */
export function settingOf(
  argument: string,
  value: unknown,
  written: unknown,
  exists: (path: SettingPath) => boolean,
): SettingPath | undefined {
  const steps = stepsOf(argument);
  const places = placesIn(written, []);
  // What a component is called is made of the settings' name, and no argument of it.
  if (argument === "name") return only(places.filter((one) => one.path.join() === "name" && one.value === value))?.path;
  const place = calledSo(steps, value, places) ?? holding(steps, value, places);
  if (place) return place;
  const unwritten = [...around(steps, places), ...(steps.length === 1 ? [steps] : [])];
  return unwritten.find(exists);
}

interface Place {
  readonly path: SettingPath;
  readonly value: unknown;
}

/** The place that is called as the argument. */
function calledSo(steps: SettingPath, value: unknown, places: readonly Place[]): SettingPath | undefined {
  const called = places.filter(({ path }) => endsWith(path, steps));
  const same = called.filter((place) => holds(place, value));
  const likely = same.length > 0 ? same : called;
  return (only(likely) ?? likely.find(({ path }) => path.length === steps.length))?.path;
}

/** Where the argument would stand in what is written around it, the innermost first. */
function around(steps: SettingPath, places: readonly Place[]): SettingPath[] {
  return steps.slice(1).flatMap((_, left) => {
    const length = steps.length - 1 - left;
    const outer = only(places.filter(({ path }) => endsWith(path, steps.slice(0, length))));
    return outer ? [[...outer.path, ...steps.slice(length)]] : [];
  });
}

/** The place that holds the value: called as the argument at its end, or whatever it is called if the value is a text. */
function holding(steps: SettingPath, value: unknown, places: readonly Place[]): SettingPath | undefined {
  const held = places.filter((place) => holds(place, value));
  const alike = held.filter(({ path }) => path.at(-1) === steps.at(-1));
  const equal = typeof value === "string" ? places.filter((place) => place.value === value) : [];
  return (only(alike) ?? only(equal))?.path;
}

function holds(place: Place, value: unknown): boolean {
  if (value === undefined) return false;
  return isDeepStrictEqual(place.value, value) || (Array.isArray(place.value) && place.value.includes(value));
}

function only(places: readonly Place[]): Place | undefined {
  const [place, ...others] = places;
  return others.length === 0 ? place : undefined;
}

function placesIn(value: unknown, path: SettingPath): Place[] {
  return membersOf(value).flatMap(([step, within]) => {
    const here = [...path, step];
    return [{ path: here, value: within }, ...placesIn(within, here)];
  });
}

function membersOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function endsWith(path: SettingPath, steps: SettingPath): boolean {
  return path.length >= steps.length && steps.every((step, index) => path[path.length - steps.length + index] === step);
}

/** `dataVolumes["/dev/sdf"].iops` and `scaling[0].target`, step by step. */
function stepsOf(argument: string): SettingPath {
  const steps = [...argument.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)];
  return steps.map(([, key, index, name]) => (index === undefined ? (key ?? name ?? "") : Number(index)));
}
